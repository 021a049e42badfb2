package module

import (
	"slices"
	"strings"
	"testing"
)

func unit() Unit {
	return Unit{Package: "app", Symbols: []Symbol{
		{Name: "shared", JS: "function shared() { return count }\n", Deps: []string{"count"}, Order: "2"},
		{Name: "count", JS: "let count = 0;\n", Order: "5"},
		{Name: "bump", JS: "function bump() { count++; }\n", Deps: []string{"count"}, Order: "2"},
		{Name: "a", JS: "function a() { return shared() }\n", Deps: []string{"shared"}, Order: "2"},
		{Name: "b", JS: "function b() { bump(); return shared() }\n", Deps: []string{"shared", "bump"}, Order: "2", Calls: []string{"app.Save"}},
		{Name: "T", JS: "class T {}\n", Order: "1"},
		{Name: "T.String", JS: "T.prototype.String = shared;\n", Deps: []string{"T", "shared"}, When: [2]string{"T", "im:String"}, Order: "4"},
		{Name: "im:String", Order: "7"},
		{Name: "c", JS: "function c() { new T() }\n", Deps: []string{"T"}, Order: "2"},
		{Name: "d", JS: "function d() { new T() }\n", Deps: []string{"T", "im:String"}, Order: "2"},
	}, Functions: []Compiled{{Name: "app.A", Symbol: "a"}, {Name: "app.B", Symbol: "b"}, {Name: "app.C", Symbol: "c"}, {Name: "app.D", Symbol: "d"}}}
}

func find(t *testing.T, list []*Function, name string) *Function {
	t.Helper()
	for _, f := range list {
		if f.Name == name {
			return f
		}
	}
	t.Fatal("no function", name)
	return nil
}

func TestSharedSymbolsExistOnce(t *testing.T) {
	assets, functions := assemble([]Unit{unit()}, 0)
	n := 0
	for _, a := range assets {
		n += strings.Count(a.source, "function shared")
		if strings.Contains(a.source, "count++") && !strings.Contains(a.source, "let count") {
			t.Errorf("a module assigns to what it imports:\n%s", a.source)
		}
	}
	if n != 1 {
		t.Errorf("shared exists %d times", n)
	}
	if b := find(t, functions, "app.B"); len(b.RPCs) != 1 || b.RPCs[0] != "app.Save" {
		t.Errorf("RPCs of app.B: %v", b.RPCs)
	}
	if a := find(t, functions, "app.A"); len(a.RPCs) != 0 {
		t.Errorf("RPCs of app.A: %v", a.RPCs)
	}
}

func TestMethodsComeWithTypeAndCall(t *testing.T) {
	_, functions := assemble([]Unit{unit()}, 0)
	for name, want := range map[string]bool{"app.C": false, "app.D": true} {
		all := closureText(find(t, functions, name).Asset, map[*Asset]bool{})
		if got := strings.Contains(all, "prototype.String"); got != want {
			t.Errorf("%s has the method: %v, want %v\n%s", name, got, want, all)
		}
	}
}

// TestMethodsNameTheirType has a method wanted by fewer functions than its type, so
// that it stands in another module, which must import the type.
func TestMethodsNameTheirType(t *testing.T) {
	u := unit()
	for i := range u.Symbols {
		if u.Symbols[i].Name == "T.String" {
			u.Symbols[i].Deps = []string{"shared"}
		}
	}
	u.Symbols = append(u.Symbols, Symbol{Name: "e", JS: "function e() { new T() }\n", Deps: []string{"T", "im:String"}, Order: "2"})
	u.Functions = append(u.Functions, Compiled{Name: "app.E", Symbol: "e"})
	assets, _ := assemble([]Unit{u}, 0)
	for _, a := range assets {
		if strings.Contains(a.source, "T.prototype") && !strings.Contains(a.source, "import { T }") && !strings.Contains(a.source, "class T") {
			t.Errorf("a module names T and has none:\n%s", a.source)
		}
	}
}

func closureText(a *Asset, seen map[*Asset]bool) string {
	if seen[a] {
		return ""
	}
	seen[a] = true
	text := a.source
	for _, d := range a.deps {
		text += closureText(d, seen)
	}
	return text
}

func TestEffectsAreImportedWithoutAName(t *testing.T) {
	u := Unit{Symbols: []Symbol{
		{Name: "$run$init", JS: "init();\n", Deps: []string{"init"}, Order: "6"},
		{Name: "init", JS: "function init() {}\n", Order: "2"},
		{Name: "a", JS: "function a() {}\n", Deps: []string{"$run$init"}, Order: "2"},
		{Name: "b", JS: "function b() {}\n", Deps: []string{"$run$init"}, Order: "2"},
	}, Functions: []Compiled{{Name: "A", Symbol: "a"}, {Name: "B", Symbol: "b"}}}
	assets, functions := assemble([]Unit{u}, 0)
	for _, a := range assets {
		if strings.Contains(a.source, "{ $run$init") {
			t.Errorf("an effect has a name:\n%s", a.source)
		}
	}
	if text := closureText(find(t, functions, "A").Asset, map[*Asset]bool{}); strings.Count(text, "init();") != 1 {
		t.Errorf("init does not run once:\n%s", text)
	}
}

func TestClashingUnitsAreKeptApart(t *testing.T) {
	other := unit()
	other.Package, other.Functions = "other", []Compiled{{Name: "other.A", Symbol: "a"}}
	other.Symbols[0].JS = "async function shared() { return count }\n"
	_, functions := assemble([]Unit{unit(), other}, 0)
	text := closureText(find(t, functions, "other.A").Asset, map[*Asset]bool{})
	if !strings.Contains(text, "async function shared$") {
		t.Errorf("other.A does not have its own shared:\n%s", text)
	}
	text = closureText(find(t, functions, "app.A").Asset, map[*Asset]bool{})
	if strings.Contains(text, "async") {
		t.Errorf("app.A has the other shared:\n%s", text)
	}
}

// TestMethodsComeWithWhatCallsThem has a function stand in a module of more
// functions than need its method: it assigns a variable that others read.
func TestMethodsComeWithWhatCallsThem(t *testing.T) {
	u := unit()
	u.Symbols = append(u.Symbols, Symbol{Name: "f", JS: "function f() { count++; new T().String() }\n", Deps: []string{"count", "T", "im:String"}, Order: "2"})
	u.Functions = append(u.Functions, Compiled{Name: "app.F", Symbol: "f"})
	for _, cost := range []int{0, moduleCost} {
		_, functions := assemble([]Unit{u}, cost)
		if !brings(find(t, functions, "app.F").Asset, "T.prototype.String") {
			t.Errorf("cost %d: the function calls a method that does not come with it", cost)
		}
	}
}

// brings reports whether text is in a, or in what a imports.
func brings(a *Asset, text string) bool {
	return strings.Contains(a.source, text) || slices.ContainsFunc(a.deps, func(d *Asset) bool { return brings(d, text) })
}
