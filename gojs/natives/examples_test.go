package natives_test

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

// An example is one of the standard library's own, as a program.
type example struct {
	name      string // "strings.ExampleFields"
	source    []byte
	want      string
	unordered bool
}

// packages are those whose examples must come out the same under node.
var packages = strings.Fields(`bytes cmp container/heap container/list container/ring context errors fmt maps math
	math/bits slices sort strconv strings sync sync/atomic time unicode unicode/utf16 unicode/utf8`)

// TestExamples compiles the examples of the standard library and compares what
// they print under node with what their comments say. Those that do not come out
// are listed in testdata/examples.txt with a reason, and are checked to fail.
func TestExamples(t *testing.T) {
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	for _, pkg := range packages {
		all = append(all, examples(t, pkg)...)
	}
	if len(all) < 300 {
		t.Fatalf("only %d examples found", len(all))
	}
	results := compileAndRun(t, w, all)
	excused := readExcuses(t, "testdata/examples.txt")
	for i, ex := range all {
		problem := results[i].problem
		if problem == "" && !same(results[i].out, ex) {
			problem = "got:\n" + results[i].out + "\nwant:\n" + ex.want
		}
		_, known := excused[ex.name]
		switch {
		case problem != "" && !known:
			t.Errorf("%s: %s", ex.name, problem)
		case problem == "" && known:
			t.Errorf("%s comes out now; take it from testdata/examples.txt", ex.name)
		}
		delete(excused, ex.name)
	}
	for name := range excused {
		t.Errorf("testdata/examples.txt: there is no %s", name)
	}
	t.Logf("%d examples", len(all))
}

// examples are the programs of a package's examples that say what they print.
func examples(t *testing.T, pkg string) (all []example) {
	files, err := filepath.Glob(filepath.Join(runtime.GOROOT(), "src", pkg, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil || !strings.HasSuffix(f.Name.Name, "_test") {
			continue
		}
		for _, ex := range doc.Examples(f) {
			if ex.Play == nil || ex.Output == "" && !ex.EmptyOutput {
				continue
			}
			all = append(all, example{pkg + ".Example" + ex.Name, print(t, fset, ex.Play), ex.Output, ex.Unordered})
		}
	}
	return all
}

func print(t *testing.T, fset *token.FileSet, f *ast.File) []byte {
	var b bytes.Buffer
	if err := format.Node(&b, fset, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// same compares as go test does: without space around, lines in any order if so
// said.
func same(got string, ex example) bool {
	got, want := strings.TrimSpace(got), strings.TrimSpace(ex.want)
	if ex.unordered {
		got, want = sortLines(got), sortLines(want)
	}
	return got == want
}

func sortLines(s string) string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// readExcuses reads lines of a name and a reason.
func readExcuses(t *testing.T, file string) map[string]string {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, reason, ok := strings.Cut(line, ": ")
		if !ok {
			t.Errorf("%s: %q has no reason", file, line)
		}
		all[name] = reason
	}
	return all
}
