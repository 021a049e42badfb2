package module_test

import (
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/omg-go/omg/module"
)

var names atomic.Int64

// unused returns name with a number, since what is registered stays so: a test may
// run many times in one process.
func unused(name string) string { return name + strconv.FormatInt(names.Add(1), 10) }

func TestPathCoversDependencies(t *testing.T) {
	first, second := unused("path/one"), unused("path/two")
	one := module.New(first, "export const n = 1")
	two := module.New(second, "export const n = 2")
	source := `import { n } from "%"; export function f() { return n }`
	a := module.New(unused("path/a"), strings.Replace(source, "%", first, 1), one)
	b := module.New(unused("path/b"), strings.Replace(source, "%", second, 1), two)
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
	a := module.New(unused("broken"), "export function {")
	if _, err := a.JavaScript(); err == nil {
		t.Error("no error")
	}
}

func TestTwice(t *testing.T) {
	name := unused("twice.F")
	module.Register(module.Function{Name: name})
	defer func() {
		if recover() == nil {
			t.Error("a second function of the name was accepted")
		}
	}()
	module.Register(module.Function{Name: name})
}

func TestLookup(t *testing.T) {
	a, name := module.New(unused("lookup"), "export function f() {}"), unused("lookup.F")
	module.Register(module.Function{Name: name, Asset: a, Export: "f"})
	f, ok := module.Lookup(name)
	if !ok || f.Asset != a {
		t.Errorf("got %v, %v", f, ok)
	}
	if _, ok := module.Lookup("lookup.G"); ok {
		t.Error("found what nobody registered")
	}
}
