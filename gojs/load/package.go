package load

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Package is one type-checked package with what the compiler wants to know
// about its source.
type Package struct {
	Dir   string
	Std   bool
	Types *types.Package
	Info  *types.Info
	Files []*ast.File

	decls map[*types.Func]*ast.FuncDecl
	// addressed holds the variables whose address is taken.
	addressed map[*types.Var]bool
	// gotos holds the labels that a goto names.
	gotos map[types.Object]bool
	// reassigned holds the variables that are written after their declaration.
	reassigned map[*types.Var]bool
	// captured holds the variables that a closure mentions.
	captured map[*types.Var]bool
	ordinals map[*types.TypeName]int
}

func newPackage(dir string, std bool, t *types.Package, info *types.Info, files []*ast.File) *Package {
	p := &Package{
		Dir: dir, Std: std, Types: t, Info: info, Files: files,
		decls: map[*types.Func]*ast.FuncDecl{}, addressed: map[*types.Var]bool{},
		gotos: map[types.Object]bool{}, reassigned: map[*types.Var]bool{}, captured: map[*types.Var]bool{}, ordinals: map[*types.TypeName]int{},
	}
	for _, f := range files {
		p.collect(f)
	}
	p.number()
	return p
}

// NewPackage makes a package of what an analysis already knows.
func NewPackage(t *types.Package, info *types.Info, files []*ast.File) *Package {
	return newPackage("", false, t, info, files)
}

// Decl returns the declaration of fn, which must be a generic origin.
func (p *Package) Decl(fn *types.Func) *ast.FuncDecl { return p.decls[fn] }

// Addressed reports whether v's address is taken.
func (p *Package) Addressed(v *types.Var) bool { return p.addressed[v] }

// Reassigned reports whether v is written after its declaration.
func (p *Package) Reassigned(v *types.Var) bool { return p.reassigned[v] || p.addressed[v] }

// Goto reports whether a goto names the label.
func (p *Package) Goto(label types.Object) bool { return p.gotos[label] }

// Ordinal numbers the local types that share a name, from 1 by position; a
// package-level type has 0.
func (p *Package) Ordinal(t *types.TypeName) int { return p.ordinals[t] }

func (p *Package) collect(f *ast.File) {
	for _, d := range f.Decls {
		fd, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		if fn, ok := p.Info.Defs[fd.Name].(*types.Func); ok {
			p.decls[fn] = fd
		}
	}
	ast.Inspect(f, p.inspect)
}

func (p *Package) inspect(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			p.address(n.X)
		}
	case *ast.SliceExpr:
		if isArray(p.Info.TypeOf(n.X)) {
			p.address(n.X)
		}
	case *ast.SelectorExpr:
		p.methodValue(n)
	case *ast.BranchStmt:
		if n.Tok == token.GOTO {
			p.gotos[p.Info.Uses[n.Label]] = true
		}
	case *ast.AssignStmt:
		p.assigned(n.Lhs...)
	case *ast.IncDecStmt:
		p.assigned(n.X)
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			p.assigned(n.Key, n.Value)
		}
	case *ast.FuncLit:
		ast.Inspect(n.Body, p.capture)
	}
	return true
}

func (p *Package) capture(n ast.Node) bool {
	if id, ok := n.(*ast.Ident); ok {
		if v, ok := p.Info.Uses[id].(*types.Var); ok {
			p.captured[v] = true
		}
	}
	return true
}

func isArray(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Array)
	return ok
}

// methodValue marks x of x.M when M wants &x.
func (p *Package) methodValue(n *ast.SelectorExpr) {
	sel := p.Info.Selections[n]
	if sel == nil || sel.Kind() != types.MethodVal {
		return
	}
	recv := sel.Obj().Type().(*types.Signature).Recv()
	if recv == nil {
		return
	}
	_, wants := recv.Type().Underlying().(*types.Pointer)
	_, has := p.Info.TypeOf(n.X).Underlying().(*types.Pointer)
	if wants && !has {
		p.address(n.X)
	}
}

// address marks the variable that holds e.
func (p *Package) address(e ast.Expr) {
	if v := p.holder(e); v != nil {
		p.addressed[v] = true
	}
}

// holder returns the variable in whose storage e lies: x for x.f[2], nil
// behind a pointer or in a slice.
func (p *Package) holder(e ast.Expr) *types.Var {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			v, _ := p.Info.ObjectOf(x).(*types.Var)
			return v
		case *ast.SelectorExpr:
			if p.Info.Selections[x] == nil {
				v, _ := p.Info.Uses[x.Sel].(*types.Var)
				return v
			}
			if _, ptr := p.Info.TypeOf(x.X).Underlying().(*types.Pointer); ptr {
				return nil
			}
			e = x.X
		case *ast.IndexExpr:
			if !isArray(p.Info.TypeOf(x.X)) {
				return nil
			}
			e = x.X
		default:
			return nil
		}
	}
}

func (p *Package) assigned(list ...ast.Expr) {
	for _, e := range list {
		if e == nil {
			continue
		}
		if id, ok := ast.Unparen(e).(*ast.Ident); ok && p.Info.Defs[id] != nil {
			continue
		}
		if v := p.holder(e); v != nil {
			p.reassigned[v] = true
		}
	}
}

// number gives each local type its ordinal.
func (p *Package) number() {
	count := map[string]int{}
	for _, f := range p.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			t, ok := p.Info.Defs[spec.Name].(*types.TypeName)
			if ok && t.Parent() != p.Types.Scope() {
				count[t.Name()]++
				p.ordinals[t] = count[t.Name()]
			}
			return true
		})
	}
}

// Rank returns how deep p stands: more than each package it imports.
func Rank(p *types.Package) int {
	return rank(p, map[*types.Package]int{})
}

func rank(p *types.Package, known map[*types.Package]int) int {
	if r, ok := known[p]; ok {
		return r
	}
	known[p] = 0
	r := 0
	for _, i := range p.Imports() {
		r = max(r, rank(i, known)+1)
	}
	known[p] = r
	return r
}

// CapturedWrite reports whether v is written and a closure mentions it.
func (p *Package) CapturedWrite(v *types.Var) bool { return p.reassigned[v] && p.captured[v] }

// Captured reports whether a closure mentions v.
func (p *Package) Captured(v *types.Var) bool { return p.captured[v] }
