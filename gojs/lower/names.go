package lower

import (
	"go/types"
	"path"
	"strconv"
	"strings"
)

var reserved = wordSet(`arguments await break case catch class const continue debugger default delete do else enum eval
export extends false finally for function if implements import in instanceof interface let new null package private
protected public return static super switch this throw true try typeof undefined var void while with yield
Array Object Number String Boolean Map Set WeakMap Math BigInt Error Promise Symbol console process document window
globalThis NaN Infinity Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
BigInt64Array BigUint64Array DataView JSON Date RegExp Buffer require TypeError RangeError Function queueMicrotask
setTimeout clearTimeout setInterval clearInterval setImmediate isNaN Reflect Proxy fetch TextEncoder TextDecoder
performance navigator location history localStorage sessionStorage crypto URL Event Node Element`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// packagePrefix returns what the symbols of a package begin with. The name of
// a package outside the standard library carries a hash of its path.
func packagePrefix(pkg *types.Package, std bool) string {
	switch {
	case pkg == nil:
		return ""
	case pkg.Path() == "main":
		return "main$"
	case std:
		return strings.NewReplacer("/", "_", ".", "_", "-", "_").Replace(pkg.Path()) + "$"
	}
	return identifier(path.Base(pkg.Path())) + "_" + shortHash(pkg.Path()) + "$"
}

func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, s)
}

func (p *program) prefix(pkg *types.Package) string {
	if pkg == nil {
		return ""
	}
	loaded := p.world.Packages[pkg.Path()]
	return packagePrefix(pkg, loaded == nil || loaded.Std)
}

// localName returns the JavaScript name of a local variable. A variable that
// hides another of its function gets a number, so that no name is used
// before its declaration as JavaScript understands it.
func localName(v *types.Var) string {
	depth := 0
	for s := outerScope(v.Parent()); s != nil; s = outerScope(s) {
		if _, ok := s.Lookup(v.Name()).(*types.Var); ok {
			depth++
		}
	}
	name := asciiName(v.Name())
	if depth > 0 {
		return name + "$" + strconv.Itoa(depth)
	}
	if reserved[name] {
		return name + "$"
	}
	return name
}

// outerScope returns the scope around s while it is inside a function.
func outerScope(s *types.Scope) *types.Scope {
	if s == nil {
		return nil
	}
	o := s.Parent()
	if o == nil || o.Parent() == nil || o.Parent() == types.Universe || o.Parent().Parent() == types.Universe {
		return nil
	}
	return o
}

func asciiName(s string) string {
	for _, r := range s {
		if r > 127 {
			return identifier(s) + "_" + shortHash(s)
		}
	}
	return s
}

// methodName returns the property under which a method is found by dynamic dispatch.
func (p *program) methodName(m *types.Func) string {
	if m.Exported() || m.Pkg() == nil || m.Pkg().Path() == "main" {
		return safeProperty(m.Name())
	}
	return p.prefix(m.Pkg()) + m.Name()
}

func safeProperty(name string) string {
	if name == "constructor" || name == "__proto__" {
		return name + "$"
	}
	return asciiName(name)
}

func fieldName(s *types.Struct, i int) string {
	if s.Field(i).Name() == "_" {
		return "_" + strconv.Itoa(i)
	}
	return safeProperty(s.Field(i).Name())
}
