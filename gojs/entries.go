package gojs

import (
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
)

const bridgePath = "github.com/omg-go/omg/bridge"

var handleMaker = regexp.MustCompile(`^(Func|Proc)\d+[CEF]?$`)

// findEntries looks for handles and //omg:rpc functions in a package.
func findEntries(w *load.World, p *load.Package) entries {
	e := entries{pkg: p}
	e.values = lower.BackendVariables(p)
	e.twins = lower.TwinTypes(p)
	seen := map[*types.Func]bool{}
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && isHandle(p.Info, call) {
				if lit, ok := ast.Unparen(call.Args[0]).(*ast.FuncLit); ok {
					e.literals = append(e.literals, lower.Literal{Package: p, Func: lit})
				}
				if f := named(p.Info, call.Args[0]); f != nil && !seen[f] {
					seen[f] = true
					e.handles = append(e.handles, f)
				}
			}
			return true
		})
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || !lower.HasDirective(fd.Doc, "rpc") {
				continue
			}
			f := p.Info.Defs[fd.Name].(*types.Func)
			if fd.Recv == nil {
				e.rpcs = append(e.rpcs, f)
			} else if f.Type().(*types.Signature).RecvTypeParams() == nil {
				e.methods = append(e.methods, f)
			}
		}
	}
	return e
}

// isHandle reports whether a call makes a handle: bridge.Func2(Add).
func isHandle(info *types.Info, call *ast.CallExpr) bool {
	fun := ast.Unparen(call.Fun)
	switch x := fun.(type) {
	case *ast.IndexExpr:
		fun = x.X
	case *ast.IndexListExpr:
		fun = x.X
	}
	f := named(info, fun)
	return f != nil && f.Pkg() != nil && f.Pkg().Path() == bridgePath && handleMaker.MatchString(f.Name()) && len(call.Args) == 1
}

// named returns the declared function that an expression names.
func named(info *types.Info, e ast.Expr) *types.Func {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		f, _ := info.Uses[e].(*types.Func)
		return f
	case *ast.SelectorExpr:
		f, _ := info.Uses[e.Sel].(*types.Func)
		return f
	}
	return nil
}

// runtimeName spells a function as package runtime does.
func runtimeName(f *types.Func) string {
	recv := f.Type().(*types.Signature).Recv()
	if recv == nil {
		return f.FullName()
	}
	name := strings.TrimPrefix(types.TypeString(recv.Type(), func(*types.Package) string { return "" }), "*")
	if _, ptr := recv.Type().(*types.Pointer); ptr {
		name = "(*" + name + ")"
	}
	return f.Pkg().Path() + "." + name + "." + f.Name()
}

// literalName is how package bridge calls a function literal: by its place.
func literalName(w *load.World, l lower.Literal) string {
	at := w.Fset.Position(l.Func.Pos())
	return fmt.Sprintf("%s.%s:%d", l.Package.Types.Path(), filepath.Base(at.Filename), at.Line)
}
