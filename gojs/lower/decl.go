package lower

import (
	"go/ast"
	"go/token"
	"go/types"
)

// declStmt lowers var; const and type declare nothing in JavaScript.
func (f *fn) declStmt(d *ast.GenDecl) {
	if d.Tok != token.VAR {
		return
	}
	for _, s := range d.Specs {
		f.varSpec(s.(*ast.ValueSpec))
	}
}

func (f *fn) varSpec(s *ast.ValueSpec) {
	switch {
	case len(s.Values) == 0:
		for _, id := range s.Names {
			if v, ok := f.info.Defs[id].(*types.Var); ok && id.Name != "_" {
				f.declare(v, f.zero(f.subst(v.Type())))
			}
		}
	case len(s.Values) == 1 && len(s.Names) > 1:
		f.varTuple(s)
	default:
		for i, id := range s.Names {
			f.varOne(id, s.Values[i])
		}
	}
}

func (f *fn) varOne(id *ast.Ident, e ast.Expr) {
	v, ok := f.info.Defs[id].(*types.Var)
	if !ok || id.Name == "_" {
		f.discard(e)
		return
	}
	f.declare(v, f.to(e, f.subst(v.Type())))
}

func (f *fn) varTuple(s *ast.ValueSpec) {
	values := f.tuple(s.Values[0], len(s.Names))
	for i, id := range s.Names {
		v, ok := f.info.Defs[id].(*types.Var)
		if ok && id.Name != "_" {
			f.declare(v, f.convert(values[i].x, values[i].t, f.subst(v.Type()), nil))
		}
	}
}
