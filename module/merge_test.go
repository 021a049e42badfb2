package module

import (
	"fmt"
	"strings"
	"testing"
)

// chain is a unit of n functions: all need base, the first half also half, and
// the i-th its own symbol.
func chain(n, size int) Unit {
	text := func(name string) string {
		return "function " + name + "() { return \"" + strings.Repeat("x", size) + "\" }\n"
	}
	u := Unit{Symbols: []Symbol{{Name: "base", JS: text("base")}, {Name: "half", JS: text("half"), Deps: []string{"base"}}}}
	for i := range n {
		name, dep := fmt.Sprint("f", i), "base"
		if i < n/2 {
			dep = "half"
		}
		u.Symbols = append(u.Symbols, Symbol{Name: name, JS: text(name), Deps: []string{dep}})
		u.Functions = append(u.Functions, Compiled{Name: name, Symbol: name})
	}
	return u
}

func TestSmallModulesComeTogether(t *testing.T) {
	for _, tt := range []struct{ size, cost, modules int }{
		{10, 0, 6}, // base, half, four functions
		{10, 10000, 1},
		{10000, 1000, 6},
	} {
		assets, functions := assemble([]Unit{chain(4, tt.size)}, tt.cost)
		if len(assets) != tt.modules {
			t.Errorf("%+v: %d modules", tt, len(assets))
		}
		for _, f := range functions {
			if text := closureText(f.Asset, map[*Asset]bool{}); !strings.Contains(text, "function base") {
				t.Errorf("%s lacks what it needs", f.Name)
			}
		}
	}
}

func TestInitialisersStayWhereTheyAreNeeded(t *testing.T) {
	u := chain(4, 10)
	u.Symbols[0].Deps = nil
	u.Symbols = append(u.Symbols, Symbol{Name: "$run$init", JS: "start();\n", Deps: []string{"start"}}, Symbol{Name: "start", JS: "function start() {}\n"})
	u.Symbols[2].Deps = append(u.Symbols[2].Deps, "$run$init")
	_, functions := assemble([]Unit{u}, 10000)
	for _, f := range functions {
		text := closureText(f.Asset, map[*Asset]bool{})
		if got := strings.Contains(text, "start();"); got != (f.Name == "f0") {
			t.Errorf("%s runs the initialiser: %v", f.Name, got)
		}
	}
}

func BenchmarkAssemble(b *testing.B) {
	var units []Unit
	for i := range 20 {
		u := chain(20, 500)
		for k := range u.Symbols {
			s := &u.Symbols[k]
			if s.Name != "base" {
				s.Name = fmt.Sprint(s.Name, "_", i)
			}
			for d := range s.Deps {
				if s.Deps[d] != "base" {
					s.Deps[d] = fmt.Sprint(s.Deps[d], "_", i)
				}
			}
			s.JS = "function " + s.Name + "() {}\n" + strings.Repeat("/", 500) + "\n"
		}
		for k := range u.Functions {
			u.Functions[k] = Compiled{Name: fmt.Sprint("f", k, "_", i), Symbol: fmt.Sprint("f", k, "_", i)}
		}
		units = append(units, u)
	}
	for b.Loop() {
		assemble(units, moduleCost)
	}
}
