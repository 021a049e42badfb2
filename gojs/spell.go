package gojs

import (
	"go/types"
	"strconv"
	"strings"
)

// spell writes a type as package reflect does: without names of parameters,
// byte, rune and any by their other names, packages by their names.
func spell(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return kindName(t)
	case *types.Pointer:
		return "*" + spell(t.Elem())
	case *types.Slice:
		return "[]" + spell(t.Elem())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + spell(t.Elem())
	case *types.Map:
		return "map[" + spell(t.Key()) + "]" + spell(t.Elem())
	case *types.Signature:
		return "func" + spellFunc(t)
	case *types.Struct:
		return spellStruct(t)
	case *types.Interface:
		return spellInterface(t)
	}
	return types.TypeString(t, func(p *types.Package) string { return p.Name() })
}

func spellFunc(sig *types.Signature) string {
	params := spellTuple(sig.Params())
	if n := len(params); sig.Variadic() {
		params[n-1] = "..." + strings.TrimPrefix(params[n-1], "[]")
	}
	s := "(" + strings.Join(params, ", ") + ")"
	switch results := spellTuple(sig.Results()); len(results) {
	case 0:
		return s
	case 1:
		return s + " " + results[0]
	default:
		return s + " (" + strings.Join(results, ", ") + ")"
	}
}

func spellTuple(t *types.Tuple) []string {
	var list []string
	for v := range t.Variables() {
		list = append(list, spell(v.Type()))
	}
	return list
}

func spellStruct(t *types.Struct) string {
	var list []string
	for i := range t.NumFields() {
		f := t.Field(i)
		s := spell(f.Type())
		if !f.Embedded() {
			s = f.Name() + " " + s
		}
		if tag := t.Tag(i); tag != "" {
			s += " " + strconv.Quote(tag)
		}
		list = append(list, s)
	}
	return braced("struct", list)
}

func spellInterface(t *types.Interface) string {
	var list []string
	for m := range t.Methods() {
		list = append(list, m.Name()+spellFunc(m.Signature()))
	}
	return braced("interface", list)
}

func braced(word string, list []string) string {
	if len(list) == 0 {
		return word + " {}"
	}
	return word + " { " + strings.Join(list, "; ") + " }"
}
