package analyzer

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
)

// Analyzer reports what browser code may not do.
var Analyzer = &analysis.Analyzer{
	Name:      "omg",
	Doc:       "report what //omg:browser code may not do",
	Run:       run,
	FactTypes: []analysis.Fact{new(marked)},
}

// marked is the fact that a package-level object was given to browser code, or
// may be called from it.
type marked struct{}

// AFact makes marked a fact.
func (*marked) AFact() {}

// String is what tests of facts show.
func (*marked) String() string { return "marked for the browser" }

func run(pass *analysis.Pass) (any, error) {
	exportFacts(pass)
	if !speaksOfUs(pass.Files) {
		return nil, nil
	}
	p := load.NewPackage(pass.Pkg, pass.TypesInfo, pass.Files)
	w := load.Single(pass.Fset, p)
	err := gojs.Check(w, p, func(o types.Object) bool {
		return pass.ImportObjectFact(o, new(marked))
	})
	var list diag.List
	if err != nil && !errors.As(err, &list) {
		return nil, err
	}
	for _, d := range list {
		report(pass, d)
	}
	return nil, nil
}

// speaksOfUs reports whether any file has a directive of ours.
func speaksOfUs(files []*ast.File) bool {
	for _, f := range files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				if strings.HasPrefix(c.Text, "//omg:") {
					return true
				}
			}
		}
	}
	return false
}

// exportFacts tells the packages that import this one what is marked in it.
func exportFacts(pass *analysis.Pass) {
	for _, f := range pass.Files {
		all := lower.HasDirective(f.Doc, "browser")
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				exportFact(pass, d.Name, all, d.Doc)
			case *ast.GenDecl:
				exportSpecs(pass, d, all)
			}
		}
	}
}

func exportSpecs(pass *analysis.Pass, d *ast.GenDecl, all bool) {
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			exportFact(pass, s.Name, all, d.Doc, s.Doc)
		case *ast.ValueSpec:
			for _, id := range s.Names {
				exportFact(pass, id, all, d.Doc, s.Doc)
			}
		}
	}
}

func exportFact(pass *analysis.Pass, id *ast.Ident, all bool, docs ...*ast.CommentGroup) {
	o := pass.TypesInfo.Defs[id]
	if o == nil || o.Pkg() == nil {
		return
	}
	for _, doc := range docs {
		for _, word := range []string{"browser", "rpc", "js"} {
			all = all || lower.HasDirective(doc, word)
		}
	}
	if all {
		pass.ExportObjectFact(o, &marked{})
	}
}

// report turns a diagnostic into one of the editor's.
func report(pass *analysis.Pass, d diag.Diagnostic) {
	message := d.Message
	if d.Hint != "" {
		message += "; " + d.Hint
	}
	pass.Report(analysis.Diagnostic{Pos: position(pass, d.Pos), Category: d.Code.String(), Message: d.Code.String() + ": " + message})
}

func position(pass *analysis.Pass, at token.Position) token.Pos {
	for _, f := range pass.Files {
		file := pass.Fset.File(f.Pos())
		if file != nil && file.Name() == at.Filename && at.Line > 0 && at.Line <= file.LineCount() {
			return file.LineStart(at.Line) + token.Pos(at.Column-1)
		}
	}
	return pass.Files[0].Pos()
}
