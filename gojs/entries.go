package gojs

import (
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/omg-go/omg/gojs/diag"
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
				e.add(w, ast.Unparen(call.Args[0]), seen)
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

// add adds the function of one handle.
func (e *entries) add(w *load.World, arg ast.Expr, seen map[*types.Func]bool) {
	info := e.pkg.Info
	if lit, ok := arg.(*ast.FuncLit); ok {
		l := lower.Literal{Package: e.pkg, Func: lit}
		if slices.ContainsFunc(e.literals, func(o lower.Literal) bool { return literalName(w, o) == literalName(w, l) }) {
			e.refuse(w, arg, "two functions of handles on one line have one name", "put them on lines of their own")
		}
		e.literals = append(e.literals, l)
		return
	}
	if instance(arg) {
		e.refuse(w, arg, "an instance of a generic function has no name of its own", "wrap it in a function")
		return
	}
	if sel, ok := arg.(*ast.SelectorExpr); ok && info.Selections[sel] != nil && info.Selections[sel].Kind() == types.MethodVal {
		e.refuse(w, arg, sel.Sel.Name+" is bound to a value of the backend", "write the method expression T."+sel.Sel.Name+" and pass the value")
		return
	}
	if f := named(info, arg); f != nil && !seen[f] {
		seen[f] = true
		e.handles = append(e.handles, f)
	}
}

func (e *entries) refuse(w *load.World, at ast.Node, message, hint string) {
	e.refused.Add(diag.Diagnostic{Pos: w.Fset.Position(at.Pos()), Code: diag.Handle, Message: message, Hint: hint})
}

// with returns what was refused of the entries and by the compiler.
func (e *entries) with(err error) error {
	var list diag.List
	if err != nil && !errors.As(err, &list) {
		return err
	}
	list = slices.Clone(list)
	for _, d := range e.refused {
		list.Add(d)
	}
	return list.Err()
}

// instance reports whether an expression names an instance of a generic function.
func instance(e ast.Expr) bool {
	switch e.(type) {
	case *ast.IndexExpr, *ast.IndexListExpr:
		return true
	}
	return false
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
