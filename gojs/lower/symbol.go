package lower

import (
	"go/types"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/js"
)

// Kind orders the symbols of a program.
type Kind int

// The kinds, in the order in which they are printed.
const (
	KindLibrary Kind = iota // a section of the runtime or of a native package
	KindClass
	KindFunc
	KindType   // a type descriptor
	KindAttach // a statement that gives a class a method
	KindVar
	KindInit // the initialiser of package variables
	KindMark // no code: says that a method name is called dynamically
)

// Symbol is a piece of the program that can be fetched by itself.
type Symbol struct {
	Name string
	Kind Kind
	Body []js.Stmt
	Deps map[string]bool
	// When names two symbols that must both be there before this one is
	// wanted; set for KindAttach only.
	When [2]string
	// Rank and Index order initialisers: by depth of package, then as Go does.
	Rank, Index int
	// Package is the import path it comes from, "" for the runtime.
	Package string
	// Node is the colour of a function, nil for others.
	Node *colour.Node
	// Value is the package variable whose value on the backend the page starts
	// from, nil for other symbols.
	Value *types.Var
	// Calls holds the names of the backend functions that the code names.
	Calls map[string]bool
}

func (s *Symbol) need(name string) { s.Deps[name] = true }

func (p *program) symbol(name string, kind Kind) *Symbol {
	s := &Symbol{Name: name, Kind: kind, Deps: map[string]bool{}, Calls: map[string]bool{}}
	p.symbols[name] = s
	p.order = append(p.order, s)
	return s
}
