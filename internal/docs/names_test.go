package docs_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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
	for _, text := range []string{"docs/rules.md", "docs/features.md"} {
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
