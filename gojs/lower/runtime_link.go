package lower

import (
	"go/types"
	"strings"
)

// asyncSuffix ends the name of the form of a native that awaits its callback.
const asyncSuffix = "$$async"

// library fetches a section of the runtime or of a native package with all
// that it names. It reports whether there is one.
func (p *program) library(name string) bool {
	section := p.lib.Section(name)
	if section == nil {
		return false
	}
	if p.symbols[name] != nil {
		return true
	}
	s := p.symbol(name, KindLibrary)
	s.Node = p.graph.Node("fn:"+name, readable(name))
	if section.Async && !strings.HasSuffix(name, asyncSuffix) {
		s.Node.Block("waits", 0)
	}
	s.When = section.When
	for _, d := range section.Deps {
		s.need(d)
		p.library(d)
	}
	for _, n := range section.Needs {
		p.needGo(s, n)
	}
	for _, m := range section.Methods {
		p.callMethod(m)
		s.need("im:" + m)
	}
	return true
}

// needGo fetches a function, type or variable of a Go package that a section names.
// What such a function returns may be put into an interface.
func (p *program) needGo(s *Symbol, name string) {
	path, name, _ := strings.Cut(name, ".")
	pkg := p.world.Packages[path]
	if pkg == nil {
		return
	}
	g := p.topLevel(s, pkg, nil)
	s.Package = ""
	switch o := pkg.Types.Scope().Lookup(name).(type) {
	case *types.Func:
		p.funcSymbol(g, o, nil, nil)
		for v := range o.Signature().Results().Variables() {
			if !isInterface(v.Type()) {
				g.becomesInterface(v.Type())
			}
		}
	case *types.TypeName:
		g.className(o.Type())
	case *types.Var:
		g.global(o)
	default:
		panic("lower: the library needs " + path + "." + name + ", which there is not")
	}
}

// callMethod says that methods of this name are called dynamically.
func (p *program) callMethod(name string) {
	if !p.called[name] {
		p.called[name] = true
		p.symbol("im:"+name, KindMark)
	}
}

// conditional fetches the sections whose two conditions are there. It reports
// whether there were any.
func (p *program) conditional() bool {
	news := false
	for _, name := range p.lib.Names() {
		s := p.lib.Section(name)
		if s.When[0] != "" && p.symbols[name] == nil && p.symbols[s.When[0]] != nil && p.symbols[s.When[1]] != nil {
			p.library(name)
			news = true
		}
	}
	return news
}
