package gojs

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
)

// Module compiles functions of w, with all that they need, to the text of one
// ES module. It exports them by their Go names, ready to be called by a page.
func Module(w *load.World, functions ...*types.Func) (string, error) {
	lib, err := libraryOf(w)
	if err != nil {
		return "", err
	}
	r, err := lower.Compile(w, lib, lower.Options{Roots: functions})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	var names, exports []string
	for _, f := range functions {
		names = append(names, r.Roots[f])
		exports = append(exports, r.Roots[f]+" as "+f.Name())
	}
	symbols := linked(r, names)
	if slices.ContainsFunc(symbols, func(s *lower.Symbol) bool { return len(s.Calls) > 0 }) {
		b.WriteString("import { callWith as $callWith } from \"omg\"\n")
	}
	for _, s := range symbols {
		if s.Kind != lower.KindMark {
			b.WriteString(text(r, s))
		}
	}
	fmt.Fprintf(&b, "export { %s }\n", strings.Join(exports, ", "))
	return b.String(), nil
}
