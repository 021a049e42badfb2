package docs_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	testName  = regexp.MustCompile("`((?:Test|Fuzz|Example)[A-Za-z0-9_]*)`")
	testTitle = regexp.MustCompile(`"([a-z][^"|]* [^"|]*)"`)
)

// TestTemplIsTheVersionInUse: what the texts install must fit what the project was
// generated with.
func TestTemplIsTheVersionInUse(t *testing.T) {
	version := regexp.MustCompile(`github.com/a-h/templ (v\S+)`)
	use := version.FindStringSubmatch(read(t, filepath.Join(root, "go.mod")))[1]
	if tool := version.FindStringSubmatch(read(t, filepath.Join(root, "tools/go.mod")))[1]; tool != use {
		t.Errorf("tools/go.mod has templ %s, go.mod %s", tool, use)
	}
	for _, text := range []string{"README.md", "docs/tutorial.md"} {
		if !strings.Contains(read(t, filepath.Join(root, text)), "go get -tool github.com/a-h/templ/cmd/templ@"+use+"\n") {
			t.Errorf("%s does not install templ %s", text, use)
		}
	}
}

// TestNamedTestsExist looks for the tests that the texts name.
func TestNamedTestsExist(t *testing.T) {
	tests := sources(t, "_test.go") + sources(t, ".test.js")
	for _, text := range []string{"docs/rules.md", "docs/features.md", "docs/widgets.md"} {
		content := read(t, filepath.Join(root, text))
		for _, m := range testName.FindAllStringSubmatch(content, -1) {
			if !strings.Contains(tests, "func "+m[1]+"(") {
				t.Errorf("%s names %s, which is no test", text, m[1])
			}
		}
	}
	rules := read(t, filepath.Join(root, "docs/rules.md"))
	for line := range strings.Lines(rules) {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		for _, m := range testTitle.FindAllStringSubmatch(line, -1) {
			if !strings.Contains(tests, "test('"+m[1]+"'") {
				t.Errorf("docs/rules.md names %q, which is no test", m[1])
			}
		}
	}
}

// TestChecksOfWidgets: each number that the families of widgets are held to has a row,
// which names a test; and a test whose name bears a number is named by its row.
func TestChecksOfWidgets(t *testing.T) {
	rows := strings.Split(read(t, filepath.Join(root, "docs/widgets.md")), "\n")
	for family, last := range map[string]int{"DLG": 33, "NTF": 17, "TAB": 30, "SVG": 7, "YT": 17} {
		for n := 1; n <= last; n++ {
			if !slices.ContainsFunc(rows, func(row string) bool { return covers(row, family, n) && testName.MatchString(row) }) {
				t.Errorf("docs/widgets.md names no test of %s-%02d", family, n)
			}
		}
	}
	for _, m := range regexp.MustCompile(`func (Test(?:DLG|NTF|TAB|SVG|YT)\d\w*)\(`).FindAllStringSubmatch(sources(t, "_test.go"), -1) {
		if !slices.ContainsFunc(rows, func(row string) bool {
			return strings.Contains(row, "`"+m[1]+"`") || strings.Contains(row, "`…"+m[1][len("TestNTF08"):]+"`")
		}) {
			t.Errorf("docs/widgets.md does not name %s", m[1])
		}
	}
}

var number = regexp.MustCompile(`([A-Z]+)-(\d+)(?: to [A-Z]+-(\d+))?`)

// covers tells whether the first cell of a row has a number, alone or in "A-1 to A-3".
func covers(row, family string, n int) bool {
	cells := strings.Split(row, "|")
	if len(cells) < 4 {
		return false
	}
	for _, m := range number.FindAllStringSubmatch(cells[1], -1) {
		from, _ := strconv.Atoi(m[2])
		to, err := strconv.Atoi(m[3])
		if err != nil {
			to = from
		}
		if m[1] == family && from <= n && n <= to {
			return true
		}
	}
	return false
}

// sources joins the files of the project whose names end like that.
func sources(t *testing.T, end string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() == "node_modules" || d.Name() == ".git" {
			return skip(d, err)
		}
		if strings.HasSuffix(path, end) {
			content, err := os.ReadFile(path)
			all.Write(content)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func skip(d fs.DirEntry, err error) error {
	if err == nil && d.IsDir() {
		return filepath.SkipDir
	}
	return err
}
