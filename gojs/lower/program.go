package lower

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/runtime"
)

// Options tells [Compile] what to allow.
type Options struct {
	// Program compiles main with everything that it reaches, marked or not.
	Program bool
	// Roots are the functions to start from, when it is not a program.
	Roots []*types.Func
	// Marked, if it is set, tells what packages outside the world give to
	// browser code; then their functions are not compiled.
	Marked func(types.Object) bool
	// Literals are function literals to start from.
	Literals []Literal
	// Values makes marked variables of plain data start from the backend's value,
	// which whoever serves the code fills in; else their initialisers run.
	Values bool
	// Variables are package variables to compile besides.
	Variables []*types.Var
	// Twins are types with twins that pages are to make.
	Twins []*types.TypeName
	// Functions are compiled without what the page needs to call them.
	Functions []*types.Func
}

// Result is a compiled program.
type Result struct {
	Symbols []*Symbol
	Library *runtime.Library
	Graph   *colour.Graph
	// Entry names the symbols of the init functions of main, in order, and of
	// main.main, for a program.
	Entry []string
	// Roots maps each root function to the symbol that the page calls.
	Roots map[*types.Func]string
	// Variables maps the variables of the options to their symbols.
	Variables map[*types.Var]string
	// Twins maps the types of the options to the symbols that make their twins.
	Twins map[*types.TypeName]string
	// Literals maps each literal of the options to the symbol that the page calls.
	Literals map[*ast.FuncLit]string
}

// program is one compilation.
type program struct {
	world   *load.World
	lib     *runtime.Library
	options Options
	graph   *colour.Graph
	context *types.Context

	symbols map[string]*Symbol
	order   []*Symbol
	queue   []func()
	diags   diag.List

	locals    map[string]*types.Named
	localKeys map[*types.TypeName]string
	names     map[string]string // symbol name by what it stands for
	taken     map[string]string

	converted  map[string]types.Type // types that were put into an interface
	convOrder  []string
	called     map[string]bool // method names that are called dynamically
	attached   map[string]bool
	inits      map[*types.Initializer]bool
	templates  map[*types.Func]*template
	paramIndex map[*types.Var]int
	literals   map[literalKey]*colour.Node
	marks      map[*load.Package]marks
	// blame is the chain of calls that leads to what is being lowered.
	blame map[string]blame
	entry *fn
	// syncArgs are function arguments that must not wait.
	syncArgs []syncArg
}

// blame says who reached a symbol first, and where.
type blame struct {
	from string
	pos  token.Pos
}

// Compile lowers what the options' roots reach in w.
//
// The error, if any, is a [diag.List] of everything that was refused.
func Compile(w *load.World, lib *runtime.Library, o Options) (*Result, error) {
	p := newProgram(w, lib, o)
	r := &Result{Library: lib, Graph: p.graph, Roots: map[*types.Func]string{}, Literals: map[*ast.FuncLit]string{}, Variables: map[*types.Var]string{}, Twins: map[*types.TypeName]string{}}
	if o.Program {
		p.entry.need("$main")
		r.Entry = p.enterMain()
	}
	for _, f := range o.Roots {
		p.entry.guard(func() { r.Roots[f] = p.export(f) })
	}
	for _, l := range o.Literals {
		p.entry.guard(func() { r.Literals[l.Func] = p.exportLiteral(l) })
	}
	for _, v := range o.Variables {
		r.Variables[v] = p.entry.global(v).(js.Ident).Name
	}
	for _, t := range o.Twins {
		r.Twins[t] = p.twin(t)
	}
	for _, f := range o.Functions {
		p.entry.guard(func() { r.Roots[f] = p.funcSymbol(p.entry, f, nil, nil) })
	}
	p.drain()
	p.graph.Solve()
	p.checkColours()
	r.Symbols = p.order
	return r, p.diags.Err()
}

func newProgram(w *load.World, lib *runtime.Library, o Options) *program {
	p := &program{
		world: w, lib: lib, options: o, graph: &colour.Graph{}, context: types.NewContext(),
		symbols: map[string]*Symbol{}, locals: map[string]*types.Named{}, localKeys: map[*types.TypeName]string{},
		names: map[string]string{}, taken: map[string]string{},
		converted: map[string]types.Type{}, called: map[string]bool{}, attached: map[string]bool{},
		inits: map[*types.Initializer]bool{}, templates: map[*types.Func]*template{}, paramIndex: map[*types.Var]int{}, literals: map[literalKey]*colour.Node{}, marks: map[*load.Package]marks{}, blame: map[string]blame{},
	}
	root := p.symbol("$entry", KindMark)
	p.entry = p.topLevel(root, nil, nil)

	return p
}

// enterMain queues the whole of package main and returns what to call.
func (p *program) enterMain() []string {
	pkg := p.world.Roots[0]
	var calls []string
	for _, file := range pkg.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if ok && fd.Recv == nil && fd.Name.Name == "init" {
				calls = append(calls, p.funcSymbol(p.entry, pkg.Info.Defs[fd.Name].(*types.Func), nil, fd))
			}
		}
	}
	for i, in := range pkg.Info.InitOrder {
		p.later(func() { p.initVar(pkg, i, in) })
	}
	if m, ok := pkg.Types.Scope().Lookup("main").(*types.Func); ok {
		calls = append(calls, p.funcSymbol(p.entry, m, nil, nil))
	}
	return calls
}

func (p *program) later(f func()) { p.queue = append(p.queue, f) }

// drain lowers until nothing new is reached.
func (p *program) drain() {
	for {
		for len(p.queue) > 0 {
			next := p.queue[0]
			p.queue = p.queue[1:]
			next()
		}
		if !p.attachMethods() && !p.conditional() && len(p.queue) == 0 {
			return
		}
	}
}
