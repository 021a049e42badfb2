package gojs_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/internal/fuzz/places"
	"github.com/omg-go/omg/gojs/load"
)

// batch is how many programs share a binary.
const batch = 100

// fuzzSeeds returns the seeds of this run: those that found something once,
// and as many more as the run is long, other ones each day.
func fuzzSeeds() []int64 {
	seeds := []int64{}
	data, _ := os.ReadFile("testdata/seeds.txt")
	for _, f := range strings.Fields(string(data)) {
		var n int64
		fmt.Sscan(f, &n)
		seeds = append(seeds, n)
	}
	count := 250
	if os.Getenv("OMG_LONG") != "" {
		count = 5000
	}
	start := time.Now().Unix() / 86400 * 100000
	for i := range count {
		seeds = append(seeds, start+int64(i))
	}
	return seeds
}

// TestProgramsDoWhatGoDoes compares random programs with the same ones in Go.
func TestProgramsDoWhatGoDoes(t *testing.T) {
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	seeds := fuzzSeeds()
	for len(seeds) > 0 {
		n := min(batch, len(seeds))
		compareBatch(t, w, dir, seeds[:n])
		seeds = seeds[n:]
	}
}

func compareBatch(t *testing.T, w *load.World, dir string, seeds []int64) {
	t.Helper()
	source := filepath.Join(dir, "main.go")
	if err := os.WriteFile(source, []byte(places.Source(seeds)), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := w.Check("main", source)
	if err != nil {
		t.Fatal(err)
	}
	text, err := minifiedMain(w.With(p))
	if err != nil {
		t.Fatal(err)
	}
	script, binary := filepath.Join(dir, "main.js"), filepath.Join(dir, "main")
	if err := os.WriteFile(script, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", binary, source).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want, err := output(dir, binary)
	if err != nil {
		t.Fatalf("in Go: %v\n%.2000s", err, want)
	}
	got, err := output(dir, "node", script)
	if err != nil {
		t.Errorf("under node: %v\n%.2000s", err, got)
	}
	differences(t, got, want)
}

// output returns what a command writes. It writes to a file: a pipe is closed when
// the command ends, and what it has not taken by then is lost.
func output(dir, name string, args ...string) (string, error) {
	f, err := os.Create(filepath.Join(dir, "output"))
	if err != nil {
		return "", err
	}
	defer f.Close()
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = f, f
	ran := cmd.Run()
	text, err := os.ReadFile(f.Name())
	return string(text), errors.Join(ran, err)
}

// differences reports each program whose output is not the same.
func differences(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "== "), strings.Split(want, "== ")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			seed, _, _ := strings.Cut(strings.TrimSpace(w[i]), "\n")
			t.Errorf("program %s differs: %s", seed, firstDifference(append(g, "")[min(i, len(g))], w[i]))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			return fmt.Sprintf("line %d: got %q, want %q", i, append(g, "")[min(i, len(g))], w[i])
		}
	}
	return "more output"
}
