package module_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/module"
)

func TestStylesheet(t *testing.T) {
	name := unused("sheet/one")
	one := module.NewStylesheet(name, "a { color : red }")
	two := module.NewStylesheet(unused("sheet/two"), "a { color : blue }")
	if one.CSS() != "a{color:red}" {
		t.Errorf("served as %q", one.CSS())
	}
	if one.Path() == two.Path() || !strings.HasSuffix(one.Path(), ".css") {
		t.Errorf("served at %s and %s", one.Path(), two.Path())
	}
	defer func() {
		if recover() == nil {
			t.Error("a name was taken twice")
		}
	}()
	module.NewStylesheet(name, "")
}
