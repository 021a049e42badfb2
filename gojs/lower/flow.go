package lower

import (
	"go/ast"
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/js"
)

// A call of a function value could reach every function of its signature. That
// would colour far too much, so two kinds of variables are followed more
// closely: function-typed parameters, which hold what the calls pass, and
// variables that hold one literal. Whatever is used in another way joins the
// signature's node.

// flowNode returns the colour of the functions that v may hold, nil if only
// its signature is known.
func (f *fn) flowNode(v *types.Var) *colour.Node {
	if n := f.p.literals[literalKey{f.sym.Name, v}]; n != nil {
		return n
	}
	i, ok := f.p.paramIndex[v]
	if !ok || f.pkg.Reassigned(v) {
		return nil
	}
	return f.p.paramNode(f.sym.Name, i)
}

type literalKey struct {
	symbol string
	v      *types.Var
}

func (p *program) paramNode(symbol string, i int) *colour.Node {
	return p.graph.Node("param:"+symbol+":"+strconv.Itoa(i), "a function passed to "+readable(symbol))
}

// enterParams follows the function-typed parameters of a declared function.
func (f *fn) enterParams(sig *types.Signature) {
	for i := range sig.Params().Len() {
		v := sig.Params().At(i)
		t := f.subst(v.Type())
		if !isFunc(t) || isInterface(t) {
			continue
		}
		f.p.paramIndex[v] = i
		if f.pkg.Reassigned(v) {
			f.sigNode(t.Underlying().(*types.Signature)).Calls(f.p.paramNode(f.sym.Name, i), v.Pos())
		}
	}
}

// escapes says that the function of a symbol may be called by unknown code.
func (f *fn) escapes(symbol string, sig *types.Signature) {
	for i := range sig.Params().Len() {
		if u, ok := sig.Params().At(i).Type().Underlying().(*types.Signature); ok {
			f.p.paramNode(symbol, i).Calls(f.sigNode(u), 0)
		}
	}
}

// followed returns the variable that e names, when it is followed.
func (f *fn) followed(e ast.Expr) (*types.Var, *colour.Node) {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil, nil
	}
	v, ok := f.info.ObjectOf(id).(*types.Var)
	if !ok || isGlobal(v) || !isFunc(f.subst(v.Type())) {
		return nil, nil
	}
	return v, f.flowNode(v)
}

// argument lowers the i-th argument of a call of c.
func (f *fn) argument(e ast.Expr, t types.Type, c callee, i int) js.Expr {
	s := f.p.symbols[c.name]
	if c.name == "" || s == nil || !isFunc(t) || f.info.Types[e].IsNil() {
		return f.to(e, t)
	}
	if s.Kind == KindLibrary {
		return f.quietFunc(e)
	}
	if s.Kind != KindFunc {
		return f.to(e, t)
	}
	return f.passed(e, t, f.p.paramNode(c.name, i))
}

// passed lowers a function value that goes where only node calls it.
func (f *fn) passed(e ast.Expr, t types.Type, node *colour.Node) js.Expr {
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
		node.Calls(f.litNode(lit), e.Pos())
		return f.funcLit(lit, f.litNode(lit))
	}
	if fn, args := f.staticFunc(e); fn != nil && f.p.template(fn) == nil {
		f.borderFunc(fn, e)
		name := f.p.funcSymbol(f, fn, args, e)
		node.Calls(f.p.graph.Node("fn:"+name, name), e.Pos())
		f.escapes(name, f.typ(e).Underlying().(*types.Signature))
		return js.Ident{Name: name}
	}
	if v, from := f.followed(e); from != nil {
		node.Calls(from, e.Pos())
		return f.variable(v)
	}
	node.Calls(f.sigNode(t.Underlying().(*types.Signature)), e.Pos())
	return f.to(e, t)
}

// defineLiteral lowers v := func …, following v if it holds nothing else.
func (f *fn) defineLiteral(v *types.Var, e ast.Expr) js.Expr {
	lit, ok := ast.Unparen(e).(*ast.FuncLit)
	if !ok || f.pkg.Reassigned(v) || !isFunc(f.subst(v.Type())) {
		return nil
	}
	f.p.literals[literalKey{f.sym.Name, v}] = f.litNode(lit)
	return f.funcLit(lit, f.litNode(lit))
}
