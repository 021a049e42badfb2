package gojs_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

// TestPrograms runs the programs of testdata/programs in Go and under node:
// both print the same.
func TestPrograms(t *testing.T) {
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/programs/*.go")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			p, err := w.Check("main", file)
			if err != nil {
				t.Fatal(err)
			}
			text, err := minifiedMain(w.With(p))
			if err != nil {
				t.Fatal(err)
			}
			script := filepath.Join(t.TempDir(), "main.js")
			if err := os.WriteFile(script, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			got, _ := exec.Command("node", script).CombinedOutput()
			want, _ := exec.Command("go", "run", file).CombinedOutput()
			if string(got) != string(want) {
				t.Errorf("under node\n%s\nin Go\n%s", got, want)
			}
		})
	}
}

// minifiedMain compiles package main to what a page would get of it.
func minifiedMain(w *load.World) (string, error) {
	text, err := gojs.CompileMain(w, gojs.NodeLibrary())
	if err != nil {
		return "", err
	}
	return client.Minify(text)
}
