package lower_test

import (
	"flag"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
)

var update = flag.Bool("update", false, "write what the compiler makes to testdata/*.js")

// TestGolden compares what the files of testdata become with the scripts
// beside them: the program's own part, without the library.
func TestGolden(t *testing.T) {
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/*.go")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			p, err := w.Check("main", file)
			if err != nil {
				t.Fatal(err)
			}
			got := own(t, w.With(p))
			golden := strings.TrimSuffix(file, ".go") + ".js"
			if *update {
				os.WriteFile(golden, []byte(got), 0o644)
			}
			want, _ := os.ReadFile(golden)
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// own compiles every function of the package and prints its symbols.
func own(t *testing.T, w *load.World) string {
	t.Helper()
	scope := w.Roots[0].Types.Scope()
	var functions []*types.Func
	for _, name := range scope.Names() {
		if f, ok := scope.Lookup(name).(*types.Func); ok && f.Type().(*types.Signature).TypeParams().Len() == 0 {
			functions = append(functions, f)
		}
	}
	r, err := lower.Compile(w, gojs.NodeLibrary(), lower.Options{Program: true, Functions: functions})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range r.Symbols {
		if s.Kind == lower.KindFunc && strings.HasPrefix(s.Name, "main$") {
			b.WriteString(js.PrintStmt(s.Body...))
		}
	}
	return b.String()
}
