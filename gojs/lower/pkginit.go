package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
)

// lastIndex puts the init functions of a package behind its variables.
const lastIndex = 1 << 12

// needInits makes a symbol of a package need the package's init functions that
// are marked for the browser: they run when the package's code is there.
func (p *program) needInits(s *Symbol, pkg *load.Package) {
	if pkg == nil || pkg.Std || p.options.Program || p.options.Marked != nil {
		return
	}
	for _, file := range pkg.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Recv != nil || fd.Name.Name != "init" {
				continue
			}
			if f, ok := pkg.Info.Defs[fd.Name].(*types.Func); ok && p.marked(f) {
				s.need(p.runInit(pkg, f))
			}
		}
	}
}

// runInit returns the symbol that calls an init function.
func (p *program) runInit(pkg *load.Package, init *types.Func) string {
	inner, _ := p.funcName(init, nil)
	name := "$run$" + inner
	if p.symbols[name] != nil {
		return name
	}
	s := p.symbol(name, KindInit)
	s.Rank, s.Index = load.Rank(pkg.Types), lastIndex
	f := p.topLevel(s, pkg, nil)
	s.Node = f.node
	p.funcSymbol(f, init, nil, nil)
	node := p.graph.Node("fn:"+inner, inner)
	f.node.Calls(node, init.Pos())
	s.Body = []js.Stmt{js.ExprStmt{X: js.Await{X: js.Call{Fn: js.Ident{Name: inner}}, If: node}}}
	return name
}
