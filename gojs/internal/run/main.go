// Command run compiles single-file programs and writes the scripts to a
// folder; it is a tool for working on the compiler.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

func main() {
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lib := gojs.NodeLibrary()
	for _, name := range os.Args[2:] {
		p, err := w.Check("main", name)
		if err == nil {
			var text string
			text, err = gojs.CompileMain(w.With(p), lib)
			if err == nil {
				err = os.WriteFile(filepath.Join(os.Args[1], strings.TrimSuffix(filepath.Base(name), ".go")+".js"), []byte(text), 0o644)
			}
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}
