package module

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"
)

// code is a module that was put together of symbols. In its source they have
// the names that the compiler gave them; in the page each module has short ones
// of its own.
type code struct {
	imports []imports
	body    string
	exports []string
	short   map[string]string // what symbols of the body and imported ones are called
}

// imports are what a module has of another: an asset, or one of the runtime.
type imports struct {
	from    *Asset
	runtime string
	names   []string
}

// ofRuntime are the functions of the page's runtime that code may call, by the
// module that has them; code puts a dollar sign before their names.
var ofRuntime = []imports{
	{nil, "omg", []string{"callWith"}},
	{nil, "omg/twins", []string{"propose", "twin"}},
}

func newCode(list []imports, body string, exports []string) *code {
	for _, i := range ofRuntime {
		var names []string
		for _, n := range i.names {
			if strings.Contains(body, "$"+n+"(") {
				names = append(names, "$"+n)
			}
		}
		if len(names) > 0 {
			list = append(list, imports{nil, i.runtime, names})
		}
	}
	return &code{imports: list, body: body, exports: exports}
}

// name is that of the module.
func (i imports) name() string {
	if i.from == nil {
		return i.runtime
	}
	return i.from.name
}

// text returns the module; name says what symbols are called in it, outside
// what they are called where they come from.
func (c *code) text(body string, name func(string) string, outside func(imports, string) string) string {
	var b strings.Builder
	for _, i := range c.imports {
		var list []string
		for _, n := range i.names {
			list = append(list, alias(outside(i, n), name(n)))
		}
		if len(list) > 0 {
			fmt.Fprintf(&b, "import { %s } from %q\n", strings.Join(list, ", "), i.name())
		} else {
			fmt.Fprintf(&b, "import %q\n", i.name())
		}
	}
	b.WriteString(body)
	if len(c.exports) > 0 { // minified, an empty list is a syntax error
		var list []string
		for _, n := range c.exports {
			list = append(list, name(n))
		}
		fmt.Fprintf(&b, "export { %s }\n", strings.Join(list, ", "))
	}
	return b.String()
}

func alias(name, as string) string {
	if name == as {
		return name
	}
	return name + " as " + as
}

// readable returns the module with the compiler's names.
func (c *code) readable() string {
	same := func(n string) string { return n }
	return c.text(c.body, same, func(i imports, n string) string {
		if i.from == nil {
			return n[1:]
		}
		return n
	})
}

// served returns the module with short names. What is not JavaScript keeps its
// names; whoever minifies it tells the mistake.
func (c *code) served() string {
	body, err := rename(c.body, c.short)
	if err != nil {
		return c.readable()
	}
	return c.text(body, func(n string) string { return c.short[n] }, func(i imports, n string) string {
		if i.from == nil {
			return n[1:]
		}
		return i.from.exported(n)
	})
}

// shorten chooses short names for symbols and for what is imported: none that
// occurs in the body already. What is named most gets the shortest.
func (c *code) shorten(symbols []string) {
	uses := map[string]int{}
	for _, word := range identifier.FindAllString(c.body, -1) {
		uses[word]++
	}
	c.short = map[string]string{}
	n := 0
	next := func() string {
		for {
			name := shortName(n)
			if n++; uses[name] == 0 {
				return name
			}
		}
	}
	all := slices.Clone(symbols)
	for _, i := range c.imports {
		all = append(all, i.names...)
	}
	slices.SortStableFunc(all, func(x, y string) int { return uses[y] - uses[x] })
	for _, s := range all {
		if c.short[s] == "" {
			c.short[s] = next()
		}
	}
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// shortName is the n-th of A, …, Z, $a, …, $Z, $aa, …: none is a word of the
// language, and locals begin with other letters when they are minified.
func shortName(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	name := ""
	for n -= 25; n > 0; n = (n - 1) / len(letters) {
		name = string(letters[(n-1)%len(letters)]) + name
	}
	return "$" + name
}

// rename gives what is declared at the top level, or nowhere, other names.
func rename(source string, to map[string]string) (string, error) {
	tree, err := js.Parse(parse.NewInputString(source), js.Options{})
	if err != nil {
		return "", err
	}
	r := renamer{}
	for _, v := range slices.Concat(tree.Scope.Declared, tree.Scope.Undeclared) {
		if short := to[string(v.Data)]; short != "" {
			r[v] = []byte(short)
		}
	}
	js.Walk(r, tree)
	for v, name := range r {
		v.Data = name
	}
	return tree.JSString(), nil
}

// renamer has the new names of variables.
type renamer map[*js.Var][]byte

// Enter renames one use of a variable. The use's own name is changed too, lest the
// printer takes {x: x} for a shorthand still.
func (r renamer) Enter(n js.INode) js.IVisitor {
	v, ok := n.(*js.Var)
	if !ok {
		return r
	}
	root := v
	for root.Link != nil {
		root = root.Link
	}
	if name := r[root]; name != nil && v != root {
		v.Data = name
	}
	return r
}

// Exit does nothing.
func (renamer) Exit(js.INode) {}

// sortedNames returns the names of a set.
func sortedNames(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
