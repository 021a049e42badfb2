package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/load"
)

// marks holds what the directives of one package say.
type marks struct{}

// anyPackage returns a package for lowering what belongs to none.
func (p *program) anyPackage() *load.Package { return p.world.Roots[0] }

// border checks that browser code may use the variable v.
func (f *fn) border(v *types.Var, at ast.Node) {}

// borderField checks that browser code may use a field.
func (f *fn) borderField(e *ast.SelectorExpr) {}

// borderFunc checks that browser code may call fn.
func (f *fn) borderFunc(fn *types.Func, at ast.Node) {}

// isOpaque reports whether t's values are raw objects of the page.
func (p *program) isOpaque(t types.Type) bool { return false }

var _ = diag.Unmarked
