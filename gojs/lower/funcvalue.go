package lower

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/js"
)

// sigNode is the colour of every function value of a signature.
func (f *fn) sigNode(sig *types.Signature) *colour.Node {
	key := f.p.typeKey(types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic()))
	return f.p.graph.Node("sig:"+key, "a value of type "+key)
}

// valueNode is the colour of a call of the function value e.
func (f *fn) valueNode(e ast.Expr, sig *types.Signature) *colour.Node {
	if _, node := f.followed(e); node != nil {
		return node
	}
	return f.sigNode(sig)
}

// functionValue lowers the name of a function used as a value.
func (f *fn) functionValue(e ast.Expr) js.Expr {
	fn, args := f.staticFunc(e)
	sig := f.typ(e).Underlying().(*types.Signature)
	if t := f.p.template(fn); t != nil {
		f.sigNode(sig).Calls(t.node, e.Pos())
		return f.pageFunc(callee{page: t, node: t.node, sig: sig}, sig, false, e)
	}
	if !f.borderFunc(fn, e) {
		return null()
	}
	name := f.p.funcSymbol(f, fn, args, e)
	f.sigNode(sig).Calls(f.p.graph.Node("fn:"+name, name), e.Pos())
	f.escapes(name, sig)
	return js.Ident{Name: name}
}

func (f *fn) litNode(e *ast.FuncLit) *colour.Node {
	at := f.p.world.Fset.Position(e.Pos())
	name := fmt.Sprintf("the function at %s:%d:%d", at.Filename, at.Line, at.Column)
	return f.p.graph.Node(fmt.Sprintf("lit:%s:%d:%d:%d", f.sym.Name, at.Line, at.Column, e.Pos()), name)
}

// funcValue lowers a function literal used as a value.
func (f *fn) funcValue(e *ast.FuncLit) js.Expr {
	node := f.litNode(e)
	f.sigNode(f.typ(e).Underlying().(*types.Signature)).Calls(node, e.Pos())
	return f.funcLit(e, node)
}

func (f *fn) funcLit(e *ast.FuncLit, node *colour.Node) js.Expr {
	g := f.closure(node)
	fn := g.function(e.Type, nil, f.info.TypeOf(e).(*types.Signature), e.Body)
	fn.Arrow = true
	if g.recovers {
		return f.callLib("$recovering", fn)
	}
	return fn
}
