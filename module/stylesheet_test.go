package module_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/module"
)

func TestStylesheet(t *testing.T) {
	one := module.NewStylesheet("sheet/one", "a { color : red }")
	two := module.NewStylesheet("sheet/two", "a { color : blue }")
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
	module.NewStylesheet("sheet/one", "")
}
