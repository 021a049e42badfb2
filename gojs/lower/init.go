package lower

import (
	"go/token"
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
)

// initVar lowers the i-th initialiser of pkg and returns its symbol.
func (p *program) initVar(pkg *load.Package, i int, in *types.Initializer) string {
	name := "$init$" + p.prefix(pkg.Types) + strconv.Itoa(i)
	if p.inits[in] {
		return name
	}
	p.inits[in] = true
	s := p.symbol(name, KindInit)
	s.Rank, s.Index = load.Rank(pkg.Types), i
	if pkg.Types.Path() == "main" {
		s.Rank = 1 << 20
	}
	f := p.topLevel(s, pkg, nil)
	s.Node = f.node
	f.guard(func() { f.initialise(in) })
	s.Body = append(f.head(), *f.out...)
	if len(plain(s.Body)) > 1 {
		s.Body = []js.Stmt{js.Block{List: s.Body}}
	}
	return name
}

func (f *fn) initialise(in *types.Initializer) {
	if len(in.Lhs) == 1 {
		v := in.Lhs[0]
		x := f.to(in.Rhs, v.Type())
		if v.Name() == "_" {
			f.do(x)
			return
		}
		f.do(js.Assign{Op: "=", X: f.variable(v), Y: x})
		return
	}
	values := f.tuple(in.Rhs, len(in.Lhs))
	for i, v := range in.Lhs {
		if v.Name() != "_" {
			f.do(js.Assign{Op: "=", X: f.variable(v), Y: f.convert(values[i].x, values[i].t, v.Type(), in.Rhs)})
		}
	}
}

// initPos returns where the variables of an initialiser are declared.
func (p *program) initPos(s *Symbol) token.Pos {
	pkg := p.world.Packages[s.Package]
	if pkg == nil || s.Index >= len(pkg.Info.InitOrder) {
		return token.NoPos
	}
	return pkg.Info.InitOrder[s.Index].Lhs[0].Pos()
}
