package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/js"
)

// template is the JavaScript that stands for a function of the page.
type template struct {
	node *colour.Node
}

func (p *program) template(fn *types.Func) *template { return nil }

func (f *fn) pageCall(c callee, e *ast.CallExpr) js.Expr { return nil }

func (f *fn) pageVar(v *types.Var, at ast.Node) js.Expr { return nil }

func (f *fn) pageBound(c callee, e *ast.SelectorExpr) js.Expr { return nil }

func (f *fn) pageFunc(c callee, sig *types.Signature, method bool, at ast.Node) js.Expr { return nil }

func (f *fn) postponedPage(c callee, e *ast.CallExpr) []js.Expr { return nil }
