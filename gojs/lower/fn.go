package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
)

// fn lowers one function body; a closure has its own, inside its outer's.
type fn struct {
	p     *program
	sym   *Symbol
	pkg   *load.Package
	info  *types.Info
	env   env
	node  *colour.Node
	outer *fn

	out     *[]js.Stmt
	counter *int // numbers the temporaries of the whole symbol
	temps   []string
	targets []*target

	sig      *types.Signature
	results  []js.Expr // what the named results are stored in
	defers   bool      // the body has a defer statement
	recovers bool
	counters map[*types.Var]bounds // what a loop's counter lies in, in its body
	within   map[*types.Var]*types.Var
	loops    []*rangeFunc
	machines []*machine
	loose    bool // //omg:unchecked
	// inline says that only expressions may be emitted: in a loop's post statement.
	inline bool
}

func (p *program) topLevel(s *Symbol, pkg *load.Package, e env) *fn {
	f := &fn{p: p, sym: s, pkg: pkg, env: e, counter: new(int), out: new([]js.Stmt), counters: map[*types.Var]bounds{}, within: map[*types.Var]*types.Var{}}
	f.node = p.graph.Node("fn:"+s.Name, s.Name)
	if pkg != nil {
		f.info = pkg.Info
		s.Package = pkg.Types.Path()
	}
	return f
}

// closure returns what lowers a function literal inside f.
func (f *fn) closure(node *colour.Node) *fn {
	g := *f
	g.node, g.outer = node, f
	g.out, g.temps, g.targets, g.loops, g.machines = new([]js.Stmt), nil, nil, nil, nil
	g.inline = false
	g.results, g.defers, g.recovers = nil, false, false
	return &g
}

func (f *fn) emit(s ...js.Stmt) { *f.out = append(*f.out, s...) }

func (f *fn) do(x js.Expr) { f.emit(js.ExprStmt{X: x}) }

// collect returns the statements that body emits.
func (f *fn) collect(body func()) []js.Stmt {
	old := f.out
	f.out = new([]js.Stmt)
	body()
	list := *f.out
	f.out = old
	return list
}

// temp returns a new variable that is declared at the head of the function.
func (f *fn) temp() js.Ident {
	x := f.fresh()
	f.temps = append(f.temps, x.Name)
	return x
}

// fresh returns a new name, to be declared where it is used.
func (f *fn) fresh() js.Ident {
	*f.counter++
	return js.Ident{Name: "$" + strconv.Itoa(*f.counter)}
}

// need makes the symbol depend on another, and fetches a library section.
func (f *fn) need(name string) {
	f.sym.need(name)
	f.p.library(name)
}

// lib returns the name of a library section as an expression.
func (f *fn) lib(name string) js.Expr {
	f.need(name)
	return js.Ident{Name: name}
}

func (f *fn) callLib(name string, args ...js.Expr) js.Expr {
	return js.Call{Fn: f.lib(name), Args: args}
}

// typ returns the type of e, with the type arguments of this instance.
func (f *fn) typ(e ast.Expr) types.Type { return f.subst(f.info.TypeOf(e)) }

func (f *fn) subst(t types.Type) types.Type { return f.p.subst(t, f.env) }

// refusal is thrown by a construct that cannot be lowered; the statement
// around it catches it.
type refusal struct{ d diag.Diagnostic }

func (f *fn) refuse(at ast.Node, code diag.Code, message, hint string) {
	var pos token.Pos
	if at != nil {
		pos = at.Pos()
	}
	panic(refusal{f.p.diagnose(f.sym.Name, pos, code, message, hint)})
}

// guard runs body and keeps what it refuses.
func (f *fn) guard(body func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case refusal:
			f.p.diags.Add(r.d)
		default:
			panic(r)
		}
	}()
	body()
}
