package gojs

import (
	"strings"

	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
	"github.com/omg-go/omg/gojs/natives"
	"github.com/omg-go/omg/gojs/runtime"
)

// Library returns the runtime with the natives of the standard library.
func Library() *runtime.Library { return runtime.New(natives.FS()) }

// NodeLibrary returns the library for programs that run under node.
func NodeLibrary() *runtime.Library {
	l := Library()
	l.Replace(runtime.Node())
	return l
}

// CompileMain compiles package main, the first root of w, to a script for
// node that runs it. lib must come from [NodeLibrary].
func CompileMain(w *load.World, lib *runtime.Library) (string, error) {
	r, err := lower.Compile(w, lib, lower.Options{Program: true})
	if err != nil {
		return "", err
	}
	entries := append([]string{"$entry"}, r.Entry...)
	for _, s := range r.Symbols {
		if s.Kind == lower.KindInit {
			entries = append(entries, s.Name)
		}
	}
	return script(r, linked(r, entries)), nil
}

// script puts the symbols and the start of main together.
func script(r *lower.Result, symbols []*lower.Symbol) string {
	var b strings.Builder
	b.WriteString("\"use strict\";\n")
	start := js.Func{Arrow: true}
	colours := anyColour{}
	for _, s := range symbols {
		if s.Kind == lower.KindInit {
			start.Body = append(start.Body, s.Body...)
			colours = append(colours, s.Node)
			continue
		}
		b.WriteString(text(r, s))
	}
	for _, name := range r.Entry {
		node := r.Graph.Node("fn:"+name, name)
		colours = append(colours, node)
		start.Body = append(start.Body, js.ExprStmt{X: js.Await{X: js.Call{Fn: js.Ident{Name: name}}, If: node}})
	}
	start.Colour = colours
	b.WriteString(js.PrintStmt(js.ExprStmt{X: js.Call{Fn: js.Ident{Name: "$main"}, Args: []js.Expr{start}}}))
	return b.String()
}

type anyColour []js.Colour

func (a anyColour) Waits() bool {
	for _, c := range a {
		if c.Waits() {
			return true
		}
	}
	return false
}

// ProgramPackages returns the packages of the standard library that a
// program may import.
func ProgramPackages() []string {
	return strings.Fields(`bytes cmp container/heap container/list container/ring context errors fmt iter maps math
		math/bits math/cmplx math/rand encoding/hex encoding/base64 hash/fnv os slices sort strconv strings sync sync/atomic time unicode unicode/utf8 unicode/utf16 runtime`)
}
