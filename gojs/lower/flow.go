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
	if u := funcResult(sig); u != nil {
		f.sigNode(u).Calls(f.p.resultNode(symbol), 0)
	}
}

// funcResult returns the type of the only result, if it is a function.
func funcResult(sig *types.Signature) *types.Signature {
	if sig.Results().Len() != 1 {
		return nil
	}
	u, _ := sig.Results().At(0).Type().Underlying().(*types.Signature)
	return u
}

// resultNode is the colour of the function that a function returns.
func (p *program) resultNode(symbol string) *colour.Node {
	return p.graph.Node("result:"+symbol, "a function that "+readable(symbol)+" returns")
}

// returnedFunc lowers a function value that a declared function returns.
func (f *fn) returnedFunc(e ast.Expr, t types.Type) js.Expr {
	if f.outer != nil || f.sym.Kind != KindFunc || funcResult(f.sig) == nil || f.info.Types[e].IsNil() {
		return f.to(e, t)
	}
	return f.passed(e, t, f.p.resultNode(f.sym.Name))
}

// resultUsed says what becomes of a function that a call returned: into
// follows it when that is not nil, else it joins its signature.
func (f *fn) resultUsed(c callee, e *ast.CallExpr, into *colour.Node) {
	t := f.typ(e)
	if t == nil || !isFunc(t) {
		return
	}
	u := t.Underlying().(*types.Signature)
	from := f.sigNode(u)
	if s := f.p.symbols[c.name]; s != nil && s.Kind == KindFunc && c.direct == (c.recv != nil) {
		from = f.p.resultNode(c.name)
	}
	if into == nil {
		into = f.sigNode(u)
	}
	into.Calls(from, e.Pos())
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
		if !f.borderFunc(fn, e) {
			return null()
		}
		name := f.p.funcSymbol(f, fn, args, e)
		node.Calls(f.p.graph.Node("fn:"+name, name), e.Pos())
		f.escapes(name, f.typ(e).Underlying().(*types.Signature))
		return js.Ident{Name: name}
	}
	if v, from := f.followed(e); from != nil {
		node.Calls(from, e.Pos())
		return f.variable(v)
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if f.plainCall(x) {
			return f.callInto(x, node)
		}
	case *ast.SelectorExpr:
		if s := f.info.Selections[x]; s != nil && s.Kind() == types.MethodVal {
			return f.methodValue(x, node)
		}
	}
	node.Calls(f.sigNode(t.Underlying().(*types.Signature)), e.Pos())
	return f.to(e, t)
}

// plainCall reports whether e is an ordinary call.
func (f *fn) plainCall(e *ast.CallExpr) bool {
	return !f.info.Types[e.Fun].IsType() && f.builtinOf(e) == ""
}

// defineLiteral lowers v := func … or v := f(), following v if it holds nothing else.
func (f *fn) defineLiteral(v *types.Var, e ast.Expr) js.Expr {
	t := f.subst(v.Type())
	if f.pkg.Reassigned(v) || !isFunc(t) {
		return nil
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		f.p.literals[literalKey{f.sym.Name, v}] = f.litNode(x)
		return f.funcLit(x, f.litNode(x))
	case *ast.CallExpr, *ast.SelectorExpr, *ast.Ident:
		node := f.p.graph.Node("var:"+f.litKey(e), "the variable "+v.Name())
		f.p.literals[literalKey{f.sym.Name, v}] = node
		return f.passed(e, t, node)
	}
	return nil
}

// trackResult gives up following the function that f returns when it goes
// through a variable: a named result, or one that a deferred call may change.
func (f *fn) trackResult(ft *ast.FuncType) {
	u := funcResult(f.sig)
	if u == nil || f.outer != nil || f.sym.Kind != KindFunc {
		return
	}
	if f.defers || len(ft.Results.List[0].Names) > 0 {
		f.p.resultNode(f.sym.Name).Calls(f.sigNode(u), ft.Pos())
	}
}
