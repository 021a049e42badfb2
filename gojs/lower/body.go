package lower

import (
	"go/ast"
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/js"
)

// function lowers parameters and body of a function or method. The receiver
// becomes the first parameter.
func (f *fn) function(ft *ast.FuncType, recv *ast.FieldList, sig *types.Signature, body *ast.BlockStmt) js.Func {
	f.sig = f.subst(sig).(*types.Signature)
	f.defers = hasDefer(body)
	f.trackResult(ft)
	var params []string
	list := f.collect(func() {
		params = f.params(recv, true, body, nil)
		params = append(params, f.params(ft.Params, false, body, params)...)
		f.namedResults(ft.Results, body)
		if f.defers {
			f.deferredBody(body)
		} else {
			f.stmts(body.List)
			f.fallOff(body)
		}
	})
	return js.Func{Params: params, Body: append(f.head(), list...), Colour: f.node}
}

// fallOff returns the named results where the body ends without a return.
func (f *fn) fallOff(body *ast.BlockStmt) {
	if len(f.results) == 0 || len(body.List) > 0 && isReturn(body.List[len(body.List)-1]) {
		return
	}
	f.emit(js.Return{X: f.resultValue()})
}

func isReturn(s ast.Stmt) bool {
	_, ok := s.(*ast.ReturnStmt)
	return ok
}

// head declares what the body turned out to need.
func (f *fn) head() []js.Stmt {
	var list []js.Stmt
	if f.recovers {
		list = append(list, js.Let{Const: true, Names: []string{"$rc"}, Init: f.callLib("$running")})
	}
	if len(f.temps) > 0 {
		list = append(list, js.Let{Names: f.temps})
	}
	return list
}

// params returns the names of the parameters and emits what they need at the start.
func (f *fn) params(fields *ast.FieldList, receiver bool, body *ast.BlockStmt, before []string) []string {
	if fields == nil {
		return nil
	}
	var names []string
	unnamed := func() string { return "$p" + strconv.Itoa(len(before)+len(names)) }
	for _, field := range fields.List {
		if len(field.Names) == 0 {
			names = append(names, unnamed())
		}
		for _, id := range field.Names {
			v, _ := f.info.Defs[id].(*types.Var)
			if id.Name == "_" || v == nil {
				names = append(names, unnamed())
				continue
			}
			names = append(names, localName(v))
			f.enterParam(v, receiver, body)
		}
	}
	return names
}

// enterParam boxes a parameter whose address is taken, and copies a receiver
// that the body changes: callers pass receivers without a copy.
func (f *fn) enterParam(v *types.Var, receiver bool, body *ast.BlockStmt) {
	x := js.Ident{Name: localName(v)}
	t := f.subst(v.Type())
	switch {
	case f.boxed(v):
		f.do(js.Assign{Op: "=", X: x, Y: js.New{Class: f.lib("$Box"), Args: []js.Expr{x}}})
	case receiver && f.isValue(t) && f.touches(v, body):
		f.do(js.Assign{Op: "=", X: x, Y: f.clone(x, t)})
	}
}

// touches reports whether the body could change v, or be surprised by a
// change behind its back.
func (f *fn) touches(v *types.Var, body *ast.BlockStmt) bool {
	if f.pkg.Reassigned(v) {
		return true
	}
	touched := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.CallExpr, *ast.SendStmt:
			touched = touched || mentions(f.info, n, v)
		case *ast.AssignStmt:
			touched = touched || writesElsewhere(n)
		case *ast.IncDecStmt:
			touched = touched || !isIdent(n.X)
		}
		return !touched
	})
	return touched
}

// writesElsewhere reports whether a statement assigns to anything but names.
func writesElsewhere(n *ast.AssignStmt) bool {
	for _, l := range n.Lhs {
		if !isIdent(l) {
			return true
		}
	}
	return false
}

func isIdent(e ast.Expr) bool {
	_, ok := ast.Unparen(e).(*ast.Ident)
	return ok
}

func mentions(info *types.Info, n ast.Node, v types.Object) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		if id, ok := m.(*ast.Ident); ok && info.Uses[id] == v {
			found = true
		}
		return !found
	})
	return found
}

// namedResults declares the named results with their zero values. Where each
// return says what it returns they are variables like any other.
func (f *fn) namedResults(fields *ast.FieldList, body *ast.BlockStmt) {
	f.results = nil
	if fields == nil {
		return
	}
	plain := !f.defers && !returnsNamed(body)
	i := 0
	for _, field := range fields.List {
		for _, id := range field.Names {
			if v := f.info.Defs[id]; !plain || v != nil && mentions(f.info, body, v) {
				f.namedResult(id, f.sig.Results().At(i).Type(), i)
			}
			i++
		}
	}
	if plain {
		f.results = nil
	}
}

// returnsNamed reports whether a body has a return without operands.
func returnsNamed(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || len(n.Results) == 0
		}
		return !found
	})
	return found
}

func (f *fn) namedResult(id *ast.Ident, t types.Type, i int) {
	v, _ := f.info.Defs[id].(*types.Var)
	if v == nil || id.Name == "_" {
		x := js.Ident{Name: "$r" + strconv.Itoa(i)}
		f.emit(js.Let{Names: []string{x.Name}, Init: f.zero(t)})
		f.results = append(f.results, x)
		return
	}
	f.declare(v, f.zero(t))
	f.results = append(f.results, f.variable(v))
}

// resultValue packs the named results.
func (f *fn) resultValue() js.Expr {
	if len(f.results) == 1 {
		return f.results[0]
	}
	return js.Array{Elems: f.results}
}

func hasDefer(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			found = true
		}
		return !found
	})
	return found
}
