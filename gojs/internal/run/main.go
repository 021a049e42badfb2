package main

import (
	"flag"
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

func main() {
	out := flag.String("o", "", "folder for the scripts of programs")
	flag.Parse()
	err := modules
	if *out != "" {
		err = func(args []string) error { return programs(*out, args) }
	}
	if err := err(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func programs(dir string, files []string) error {
	w, err := load.Load(".", gojs.ProgramPackages()...)
	if err != nil {
		return err
	}
	lib := gojs.NodeLibrary()
	for _, name := range files {
		p, err := w.Check("main", name)
		if err != nil {
			return err
		}
		text, err := gojs.CompileMain(w.With(p), lib)
		if err != nil {
			return err
		}
		script := strings.TrimSuffix(filepath.Base(name), ".go") + ".js"
		if err := os.WriteFile(filepath.Join(dir, script), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func modules(args []string) error {
	w, err := load.Load(".", args[0])
	if err != nil {
		return err
	}
	var functions []*types.Func
	for _, name := range args[1:] {
		f, ok := w.Roots[0].Types.Scope().Lookup(name).(*types.Func)
		if !ok {
			return fmt.Errorf("no function %s", name)
		}
		functions = append(functions, f)
	}
	text, err := gojs.Module(w, functions...)
	fmt.Print(text)
	return err
}
