package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/omg-go/omg/gojs"
)

func patterns(args []string) []string {
	if len(args) == 0 {
		return []string{"./..."}
	}
	return args
}

// generate writes the files that differ, and removes those that are not
// needed any more.
func generate(c call) error {
	files, err := gojs.Generate(c.dir, patterns(c.args)...)
	if err != nil {
		return err
	}
	for _, f := range files {
		if fresh(f) {
			continue
		}
		if err := write(f); err != nil {
			return err
		}
		fmt.Fprintln(c.stdout, shown(c.dir, f.Path))
	}
	return nil
}

func write(f gojs.File) error {
	if f.Source == nil {
		return os.Remove(f.Path)
	}
	return os.WriteFile(f.Path, f.Source, 0o644)
}

// fresh reports whether the file on disk is as it should be.
func fresh(f gojs.File) bool {
	old, err := os.ReadFile(f.Path)
	return err == nil && f.Source != nil && bytes.Equal(old, f.Source)
}

// check names the files that are stale.
func check(c call) error {
	files, err := gojs.Generate(c.dir, patterns(c.args)...)
	if err != nil {
		return err
	}
	var stale []error
	for _, f := range files {
		if !fresh(f) {
			stale = append(stale, fmt.Errorf("%s: stale; run omg generate", shown(c.dir, f.Path)))
		}
	}
	return errors.Join(stale...)
}

func shown(dir, path string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(abs, path); err == nil {
		return rel
	}
	return path
}
