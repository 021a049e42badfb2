package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"

	"github.com/omg-go/omg/gojs/internal/corpus"
)

func main() {
	golden := flag.Bool("golden", false, "print what the programs do in Go")
	verbose := flag.Bool("v", false, "show the output of programs that differ")
	flag.Parse()
	names := flag.Args()
	if len(names) == 0 {
		names = corpus.Programs()
	}
	dir, err := os.MkdirTemp("", "corpus")
	if err == nil {
		defer os.RemoveAll(dir)
		err = run(dir, names, *golden, *verbose)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string, names []string, golden, verbose bool) error {
	r, err := corpus.NewRunner(dir)
	if err != nil {
		return err
	}
	if golden {
		return inGo(r, names)
	}
	rep := corpus.Judge(r.Run(names))
	rep.Print(os.Stdout, verbose)
	if !rep.OK() {
		return fmt.Errorf("corpus: the list of failures is not up to date")
	}
	return nil
}

// inGo runs the programs natively, two at a time.
func inGo(r *corpus.Runner, names []string) error {
	lines := make([]string, len(names))
	var wait sync.WaitGroup
	slots := make(chan bool, 2)
	for i, name := range names {
		slots <- true
		wait.Go(func() {
			defer func() { <-slots }()
			bin := filepath.Join(r.Dir, fmt.Sprint("p", i))
			if out, err := exec.Command("go", "build", "-o", bin, filepath.Join(r.Root, name)).CombinedOutput(); err != nil {
				lines[i] = fmt.Sprintf("# %s does not build: %.80s", name, out)
				return
			}
			o, _ := corpus.Execute(r.Dir, bin)
			os.Remove(bin)
			lines[i] = corpus.FormatGolden(name, o)
		})
	}
	wait.Wait()
	for _, l := range lines {
		fmt.Println(l)
	}
	return nil
}
