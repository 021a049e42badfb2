package client

import (
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// guarded spells a module so that the minifier does not change what it does:
//
//   - It writes Math.trunc(x) as x|0, which is another number from 2³¹ on, and
//     Math.abs, Math.sqrt and Math.pow as what differs for -0 and infinities: their
//     names are written as strings.
//   - It puts let and const declarations that follow each other together, those
//     that take an array or object apart in front, and thus calls functions in
//     another order: something stands between them.
//
// What is not JavaScript comes back as it is; the minifier names the mistake.
func guarded(source string) string {
	tree, err := js.Parse(parse.NewInputString(source), js.Options{})
	if err != nil {
		return source
	}
	js.Walk(guard{}, tree)
	return tree.JSString()
}

type guard struct{}

// Enter changes one node and goes on.
func (g guard) Enter(n js.INode) js.IVisitor {
	switch n := n.(type) {
	case *js.CallExpr:
		if dot, ok := n.X.(*js.DotExpr); ok {
			n.X = spelled(dot)
		}
	case *js.BlockStmt:
		n.List = apart(n.List)
	case *js.CaseClause:
		n.List = apart(n.List)
	}
	return g
}

// Exit does nothing.
func (guard) Exit(js.INode) {}

// spelled writes Math["trunc"] in the place of Math.trunc.
func spelled(dot *js.DotExpr) js.IExpr {
	object, isVar := dot.X.(*js.Var)
	name, isName := dot.Y.(js.LiteralExpr)
	if !isVar || !isName || string(object.Data) != "Math" || dot.Optional {
		return dot
	}
	return &js.IndexExpr{X: object, Y: js.LiteralExpr{TokenType: js.StringToken, Data: []byte(`"` + string(name.Data) + `"`)}, Prec: dot.Prec}
}

// apart puts 0; between declarations whose order could change.
func apart(list []js.IStmt) []js.IStmt {
	var out []js.IStmt
	var last *js.VarDecl
	for _, s := range list {
		decl, ok := s.(*js.VarDecl)
		if !ok || decl.TokenType == js.VarToken {
			out, last = append(out, s), nil
			continue
		}
		for _, part := range parts(decl) {
			if last != nil && last.TokenType == part.TokenType && takesApart(part) {
				out = append(out, &js.ExprStmt{Value: js.LiteralExpr{TokenType: js.DecimalToken, Data: []byte("0")}})
			}
			out, last = append(out, part), part
		}
	}
	return out
}

// parts gives what takes an array or object apart a declaration of its own.
func parts(decl *js.VarDecl) []*js.VarDecl {
	var list []*js.VarDecl
	for _, item := range decl.List {
		one := &js.VarDecl{TokenType: decl.TokenType, List: []js.BindingElement{item}, Scope: decl.Scope}
		if n := len(list); n > 0 && !takesApart(one) {
			list[n-1].List = append(list[n-1].List, item)
		} else {
			list = append(list, one)
		}
	}
	return list
}

// takesApart reports whether a declaration begins with an array or object.
func takesApart(decl *js.VarDecl) bool {
	_, plain := decl.List[0].Binding.(*js.Var)
	return !plain
}
