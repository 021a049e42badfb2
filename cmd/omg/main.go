package main

import (
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], ".", os.Stdout, os.Stderr)) }

// command is one verb of the tool.
type command struct {
	name, usage, help string
	run               func(c call) error
}

// call is one use of a command.
type call struct {
	args   []string
	dir    string
	stdout io.Writer
}

func commands() []command {
	return []command{
		{"generate", "omg generate [packages]", "compile browser-side Go; write *_omg.go files", generate},
		{"check", "omg check [packages]", "report files that generate would change", check},
		{"why-async", "omg why-async PACKAGE FUNCTION", "explain why a function waits", whyAsync},
	}
}

// errUsage is the error of a wrong command line.
type errUsage string

// Error returns how the command is used.
func (e errUsage) Error() string { return "usage: " + string(e) }

func run(args []string, dir string, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(stderr)
		return 2
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return finish(c.run(call{args[1:], dir, stdout}), stderr)
		}
	}
	fmt.Fprintf(stderr, "omg: unknown command %q\n", args[0])
	usage(stderr)
	return 2
}

func finish(err error, stderr io.Writer) int {
	if err == nil {
		return 0
	}
	fmt.Fprintln(stderr, err)
	if _, wrong := err.(errUsage); wrong {
		return 2
	}
	return 1
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "usage:")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-32s %s\n", c.usage, c.help)
	}
}
