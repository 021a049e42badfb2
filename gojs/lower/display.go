package lower

import (
	"go/types"
	"strconv"
	"strings"
)

// display returns how fmt's %T shows t, which is how package reflect writes it.
func (p *program) display(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return basicName(t)
	case *types.Named:
		return p.displayNamed(t)
	case *types.Pointer:
		return "*" + p.display(t.Elem())
	case *types.Slice:
		return "[]" + p.display(t.Elem())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + p.display(t.Elem())
	case *types.Map:
		return "map[" + p.display(t.Key()) + "]" + p.display(t.Elem())
	case *types.Chan:
		return p.displayChan(t)
	case *types.Signature:
		return "func" + p.displaySignature(t)
	case *types.Struct:
		return "struct {" + p.displayFields(t) + "}"
	case *types.Interface:
		return "interface {" + p.displayMethods(t) + "}"
	}
	return t.String()
}

func (p *program) displayNamed(t *types.Named) string {
	name := t.Obj().Name()
	if t.Obj().Pkg() != nil {
		name = t.Obj().Pkg().Name() + "." + name
	}
	if t.TypeArgs().Len() == 0 {
		return name
	}
	args := make([]string, t.TypeArgs().Len())
	for i := range args {
		args[i] = p.display(t.TypeArgs().At(i))
	}
	return name + "[" + strings.Join(args, ",") + "]"
}

func (p *program) displayChan(t *types.Chan) string {
	elem := p.display(t.Elem())
	switch t.Dir() {
	case types.SendOnly:
		return "chan<- " + elem
	case types.RecvOnly:
		return "<-chan " + elem
	}
	if strings.HasPrefix(elem, "<-") {
		elem = "(" + elem + ")"
	}
	return "chan " + elem
}

func (p *program) displaySignature(t *types.Signature) string {
	params := p.displayTuple(t.Params())
	if t.Variadic() {
		last := len(params) - 1
		params[last] = "..." + strings.TrimPrefix(params[last], "[]")
	}
	results := p.displayTuple(t.Results())
	text := "(" + strings.Join(params, ", ") + ")"
	switch len(results) {
	case 0:
		return text
	case 1:
		return text + " " + results[0]
	}
	return text + " (" + strings.Join(results, ", ") + ")"
}

func (p *program) displayTuple(t *types.Tuple) []string {
	list := make([]string, t.Len())
	for i := range list {
		list[i] = p.display(t.At(i).Type())
	}
	return list
}

func (p *program) displayFields(t *types.Struct) string {
	var list []string
	for i := range t.NumFields() {
		field := p.display(t.Field(i).Type())
		if !t.Field(i).Embedded() {
			field = t.Field(i).Name() + " " + field
		}
		if tag := t.Tag(i); tag != "" {
			field += " " + strconv.Quote(tag)
		}
		list = append(list, field)
	}
	return spaced(list)
}

func (p *program) displayMethods(t *types.Interface) string {
	var list []string
	for i := range t.NumMethods() {
		m := t.Method(i)
		list = append(list, m.Name()+p.displaySignature(m.Type().(*types.Signature)))
	}
	return spaced(list)
}

func spaced(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return " " + strings.Join(list, "; ") + " "
}
