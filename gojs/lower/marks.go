package lower

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/omg-go/omg/gojs/load"
)

// marks holds what the directives of one package say.
type marks struct {
	all  bool // the package clause carries //omg:browser
	of   map[types.Object]*mark
	read bool
}

// mark is what the directives of one declaration say.
type mark struct {
	browser, rpc, sync, unchecked bool
	js                            string // template, or "type", "type undefined"
	slot                          string // the function that the page calls instead, with the slot's name
	through                       string // of an //omg:rpc function: what the page calls it by
}

// markOf returns the marks of a package-level object or method, never nil.
func (p *program) markOf(o types.Object) *mark {
	if o.Pkg() == nil {
		return &mark{}
	}
	pkg := p.world.Packages[o.Pkg().Path()]
	if pkg == nil || pkg.Std {
		return &mark{}
	}
	m := p.marksOf(pkg).of[o]
	if m == nil {
		return &mark{}
	}
	return m
}

// marksOf reads the directives of a package, once.
func (p *program) marksOf(pkg *load.Package) marks {
	if m := p.marks[pkg]; m.read {
		return m
	}
	m := marks{of: map[types.Object]*mark{}, read: true}
	for _, file := range pkg.Files {
		m.all = m.all || HasDirective(file.Doc, "browser")
		for _, d := range file.Decls {
			m.readDecl(pkg, d)
		}
	}
	p.marks[pkg] = m
	return m
}

func (m *marks) readDecl(pkg *load.Package, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		m.set(pkg.Info.Defs[d.Name], d.Doc)
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				m.set(pkg.Info.Defs[s.Name], d.Doc, s.Doc)
			case *ast.ValueSpec:
				for _, id := range s.Names {
					m.set(pkg.Info.Defs[id], d.Doc, s.Doc)
				}
			}
		}
	}
}

func (m *marks) set(o types.Object, docs ...*ast.CommentGroup) {
	k := &mark{}
	for _, doc := range docs {
		k.browser = k.browser || HasDirective(doc, "browser")
		k.rpc = k.rpc || HasDirective(doc, "rpc")
		k.sync = k.sync || HasDirective(doc, "sync")
		k.unchecked = k.unchecked || HasDirective(doc, "unchecked")
		k.js += directiveText(doc, "js")
		k.slot += directiveText(doc, "slot")
		k.through += directiveText(doc, "through")
	}
	if o != nil && *k != (mark{}) {
		m.of[o] = k
	}
}

// directiveText returns what follows a directive, its lines joined.
func directiveText(doc *ast.CommentGroup, word string) string {
	if doc == nil {
		return ""
	}
	var lines []string
	for _, c := range doc.List {
		if rest, ok := strings.CutPrefix(c.Text, "//omg:"+word+" "); ok {
			lines = append(lines, strings.TrimSpace(rest))
		}
	}
	return strings.Join(lines, "\n")
}

// isOpaque reports whether t's values are raw objects of the page.
func (p *program) isOpaque(t types.Type) bool {
	return p.opaqueZero(t) != ""
}

// opaqueZero returns the zero value of an opaque type as JavaScript, "" for
// any other type.
func (p *program) opaqueZero(t types.Type) string {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return ""
	}
	switch p.markOf(n.Origin().Obj()).js {
	case "type":
		return "null"
	case "type undefined":
		return "undefined"
	}
	return ""
}
