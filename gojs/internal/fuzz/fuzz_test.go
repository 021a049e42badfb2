package fuzz_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/internal/fuzz"
	"github.com/omg-go/omg/gojs/load"
)

var (
	first = flag.Uint64("first", 1, "the first seed")
	many  = flag.Int("programs", 0, "how many programs; 0: 250, or 5,000 with OMG_LONG=1")
)

// batch is how many programs share a binary.
const batch = 100

// TestAgainstGo runs programs compiled by Go and by us. A seed that ever differed is
// kept in testdata/seeds.txt and runs first.
func TestAgainstGo(t *testing.T) {
	n := *many
	if n == 0 {
		n = 250
		if os.Getenv("OMG_LONG") == "1" {
			n = 5000
		}
	}
	seeds := kept(t)
	for i := range n {
		seeds = append(seeds, *first+uint64(i))
	}
	t.Logf("%d programs, seeds from %d", len(seeds), *first)
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for len(seeds) > 0 && differ < 5 {
		part := seeds[:min(batch, len(seeds))]
		seeds = seeds[len(part):]
		differ += compare(t, w, part)
	}
}

// kept are the seeds of programs that found something.
func kept(t *testing.T) (seeds []uint64) {
	text, err := os.ReadFile("testdata/seeds.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		number, _, _ := strings.Cut(line, " ")
		seed, err := strconv.ParseUint(strings.TrimSpace(number), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, seed)
	}
	return seeds
}

// compare runs one batch and returns how many programs differ.
func compare(t *testing.T, w *load.World, seeds []uint64) (differ int) {
	dir := t.TempDir()
	file := filepath.Join(dir, "main.go")
	if err := os.WriteFile(file, []byte(fuzz.Program(seeds)), 0o666); err != nil {
		t.Fatal(err)
	}
	want := bySeed(output(t, "go", "run", "-gcflags=-N -l", file))
	p, err := w.Check("main", file)
	if err != nil {
		t.Fatal(err)
	}
	script, err := gojs.CompileMain(w.With(p), gojs.NodeLibrary())
	if err != nil {
		t.Fatalf("seeds %d to %d: %v", seeds[0], seeds[len(seeds)-1], err)
	}
	if script, err = client.Minify(script); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.cjs"), []byte(script), 0o666); err != nil {
		t.Fatal(err)
	}
	got := bySeed(output(t, "node", filepath.Join(dir, "main.cjs")))
	for _, seed := range seeds {
		if len(want[seed]) < 50 {
			t.Errorf("seed %d: the program prints %q", seed, want[seed])
		}
		if got[seed] != want[seed] {
			differ++
			t.Errorf("seed %d differs: %s", seed, difference(got[seed], want[seed]))
		}
	}
	return differ
}

// output is what a command prints, also if it fails: a compiled program that stops
// early misses the rest.
func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	var out, bad bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &bad
	if err := cmd.Run(); err != nil {
		t.Errorf("%s: %v\n%.2000s", name, err, bad.Bytes())
	}
	return out.String()
}

// bySeed cuts the output of a batch.
func bySeed(out string) map[uint64]string {
	all := map[uint64]string{}
	for _, part := range strings.Split("\n"+out, "\nseed ")[1:] {
		number, text, _ := strings.Cut(part, "\n")
		seed, _ := strconv.ParseUint(number, 10, 64)
		all[seed] = text
	}
	return all
}

// difference shows the first line that differs.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %q\nwant %q", i+1, at(g, i), at(w, i))
		}
	}
	return "nothing"
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
