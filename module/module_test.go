package module_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/module"
)

func TestPathCoversDependencies(t *testing.T) {
	one := module.New("path/one", "export const n = 1")
	two := module.New("path/two", "export const n = 2")
	source := `import { n } from "%"; export function f() { return n }`
	a := module.New("path/a", strings.Replace(source, "%", "path/one", 1), one)
	b := module.New("path/b", strings.Replace(source, "%", "path/two", 1), two)
	if a.Path() == b.Path() {
		t.Error("two modules whose dependencies differ have one address")
	}
	js, err := a.JavaScript()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(js, "path/one") {
		t.Errorf("import not resolved: %s", js)
	}
}

func TestBrokenSourceFails(t *testing.T) {
	a := module.New("broken", "export function {")
	if _, err := a.JavaScript(); err == nil {
		t.Error("no error")
	}
}

func TestTwice(t *testing.T) {
	module.Register(module.Function{Name: "twice.F"})
	defer func() {
		if recover() == nil {
			t.Error("a second function of the name was accepted")
		}
	}()
	module.Register(module.Function{Name: "twice.F"})
}

func TestLookup(t *testing.T) {
	a := module.New("lookup", "export function f() {}")
	module.Register(module.Function{Name: "lookup.F", Asset: a, Export: "f"})
	f, ok := module.Lookup("lookup.F")
	if !ok || f.Asset != a {
		t.Errorf("got %v, %v", f, ok)
	}
	if _, ok := module.Lookup("lookup.G"); ok {
		t.Error("found what nobody registered")
	}
}
