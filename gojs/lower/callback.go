package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
	"go/token"
)

// callback colours a call of a native that calls a function argument at once:
// it waits if the argument does, and is refused then if it cannot.
func (f *fn) callback(c *callee, e *ast.CallExpr) {
	s := f.p.lib.Section(c.name)
	if s == nil || !s.Callback {
		return
	}
	for _, a := range e.Args {
		if !isFunc(f.typ(a)) {
			continue
		}
		node := f.argNode(a)
		if f.p.lib.Section(c.name+asyncSuffix) == nil {
			f.p.syncArgs = append(f.p.syncArgs, syncArg{node, a.Pos(), c.name})
			continue
		}
		f.node.Calls(node, a.Pos())
		c.node = node
		c.fn = js.Pick{If: node, Waits: f.lib(c.name + asyncSuffix), Plain: c.fn}
	}
}

// syncArg is a function argument that must not wait.
type syncArg struct {
	node *colour.Node
	pos  token.Pos
	name string
}

func (f *fn) argNode(e ast.Expr) *colour.Node {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return f.litNode(e)
	case *ast.Ident, *ast.SelectorExpr:
		if fn, args := f.staticFunc(e); fn != nil {
			name, _ := f.p.funcName(fn.Origin(), args)
			return f.p.graph.Node("fn:"+name, name)
		}
	}
	return f.valueNode(e, f.typ(e).Underlying().(*types.Signature))
}

// Chain renders why a node waits.
func (p *program) Chain(n *colour.Node) []string {
	var list []string
	for _, s := range n.Chain() {
		list = append(list, p.world.Fset.Position(s.Pos).String()+": "+s.Name+" "+s.What)
	}
	return list
}

func (p *program) waitDiagnostic(name string, pos token.Pos, code diag.Code, chain []string) diag.Diagnostic {
	hints := map[diag.Code]string{
		diag.MustNotWait:  "remove //omg:sync, or what waits",
		diag.WaitingInit:  "wait in a function instead",
		diag.SyncCallback: "collect what it needs first",
	}
	return diag.Diagnostic{Pos: p.world.Fset.Position(pos), Code: code, Message: name + " may wait", Hint: hints[code], Chain: chain}
}
