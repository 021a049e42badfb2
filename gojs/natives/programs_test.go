package natives_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

// TestPrograms compares what the programs of testdata/programs print when Go runs
// them and when node does: tables of what natives get wrong most easily.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/programs/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs: ", err)
	}
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, example{name: filepath.Base(file), source: source})
	}
	for i, r := range compileAndRun(t, w, all) {
		t.Run(all[i].name, func(t *testing.T) {
			if r.problem != "" {
				t.Fatal(r.problem)
			}
			compareLines(t, r.out, goRuns(t, files[i]))
		})
	}
}

func goRuns(t *testing.T, file string) string {
	cmd := exec.CommandContext(t.Context(), "go", "run", file)
	cmd.Env = append(os.Environ(), "TZ=UTC")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(file, ": ", err)
	}
	return string(out)
}

// compareLines reports the first lines that differ.
func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	bad := 0
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) {
			t.Errorf("%d lines, want %d", len(g), len(w))
			return
		}
		if g[i] != w[i] {
			if bad++; bad > 40 {
				t.Errorf("and more")
				return
			}
			t.Errorf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
}
