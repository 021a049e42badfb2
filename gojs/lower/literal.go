package lower

import (
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
)

// Literal is a function literal that is browser code by where it stands:
// directly inside bridge.Func1(…).
type Literal struct {
	Package *load.Package
	Func    *ast.FuncLit
}

// exportLiteral compiles a literal as a function of its own.
func (p *program) exportLiteral(l Literal) string {
	at := p.world.Fset.Position(l.Func.Pos())
	name := fmt.Sprintf("%sliteral$%s$%d", p.prefix(l.Package.Types), identifier(filepath.Base(at.Filename)), at.Line)
	sig := l.Package.Info.TypeOf(l.Func).(*types.Signature)
	s := p.symbol(name, KindFunc)
	f := p.topLevel(s, l.Package, nil)
	f.node.Name = fmt.Sprintf("the function at %s:%d", at.Filename, at.Line)
	s.Node = f.node
	f.captures(l.Func)
	p.later(func() {
		f.guard(func() {
			fn := f.function(l.Func.Type, nil, sig, l.Func.Body)
			fn.Name = name
			s.Body = []js.Stmt{js.FuncDecl{Func: fn}}
		})
	})
	p.entry.need(name)
	return p.exportSymbol(name, sig)
}

// captures refuses the variables of the backend function around a literal.
func (f *fn) captures(lit *ast.FuncLit) {
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		v, ok := f.info.Uses[id].(*types.Var)
		if ok && !v.IsField() && !isGlobal(v) && (v.Pos() < lit.Pos() || v.Pos() >= lit.End()) {
			f.complain(id, diag.Capture, "the function runs in the page, and "+v.Name()+" is a variable of the backend", "pass it as an argument of the call")
		}
		return true
	})
}
