package lower

import (
	"go/types"
	"strings"
)

// env gives the type parameters of a generic function their arguments.
type env map[*types.TypeParam]types.Type

// subst returns t with the type parameters of e replaced.
func (p *program) subst(t types.Type, e env) types.Type {
	if len(e) == 0 || t == nil {
		return t
	}
	return substituter{p, e}.typ(t)
}

type substituter struct {
	p *program
	e env
}

func (s substituter) typ(t types.Type) types.Type {
	switch t := t.(type) {
	case *types.TypeParam:
		if a := s.e[t]; a != nil {
			return a
		}
		return t
	case *types.Alias:
		return s.typ(types.Unalias(t))
	case *types.Named:
		return s.named(t)
	case *types.Pointer:
		return types.NewPointer(s.typ(t.Elem()))
	case *types.Slice:
		return types.NewSlice(s.typ(t.Elem()))
	case *types.Array:
		return types.NewArray(s.typ(t.Elem()), t.Len())
	case *types.Map:
		return types.NewMap(s.typ(t.Key()), s.typ(t.Elem()))
	case *types.Chan:
		return types.NewChan(t.Dir(), s.typ(t.Elem()))
	}
	return s.composed(t)
}

func (s substituter) composed(t types.Type) types.Type {
	switch t := t.(type) {
	case *types.Tuple:
		return s.tuple(t)
	case *types.Signature:
		return types.NewSignatureType(nil, nil, nil, s.tuple(t.Params()), s.tuple(t.Results()), t.Variadic())
	case *types.Struct:
		return s.structure(t)
	case *types.Interface:
		return s.iface(t)
	}
	return t
}

func (s substituter) tuple(t *types.Tuple) *types.Tuple {
	vars := make([]*types.Var, t.Len())
	for i := range vars {
		v := t.At(i)
		vars[i] = types.NewVar(v.Pos(), v.Pkg(), v.Name(), s.typ(v.Type()))
	}
	return types.NewTuple(vars...)
}

func (s substituter) structure(t *types.Struct) types.Type {
	fields, tags := make([]*types.Var, t.NumFields()), make([]string, t.NumFields())
	for i := range fields {
		v := t.Field(i)
		fields[i] = types.NewField(v.Pos(), v.Pkg(), v.Name(), s.typ(v.Type()), v.Embedded())
		tags[i] = t.Tag(i)
	}
	return types.NewStruct(fields, tags)
}

func (s substituter) iface(t *types.Interface) types.Type {
	if t.NumMethods() == 0 {
		return t
	}
	methods := make([]*types.Func, t.NumMethods())
	for i := range methods {
		m := t.Method(i)
		methods[i] = types.NewFunc(m.Pos(), m.Pkg(), m.Name(), s.typ(m.Type()).(*types.Signature))
	}
	return types.NewInterfaceType(methods, nil).Complete()
}

func (s substituter) named(t *types.Named) types.Type {
	if t.TypeArgs().Len() > 0 {
		args := make([]types.Type, t.TypeArgs().Len())
		for i := range args {
			args[i] = s.typ(t.TypeArgs().At(i))
		}
		n, err := types.Instantiate(s.p.context, t.Origin(), args, false)
		if err != nil {
			return t
		}
		return n
	}
	if s.p.localGeneric(t) {
		return s.local(t)
	}
	return t
}

// localGeneric reports whether t was declared inside a generic function.
func (p *program) localGeneric(t *types.Named) bool {
	for scope := t.Obj().Parent(); scope != nil && scope != types.Universe; scope = scope.Parent() {
		for _, name := range scope.Names() {
			if tn, ok := scope.Lookup(name).(*types.TypeName); ok {
				if _, param := tn.Type().(*types.TypeParam); param {
					return true
				}
			}
		}
	}
	return false
}

// local returns the instance of a local type for the type arguments at hand.
func (s substituter) local(t *types.Named) types.Type {
	key := s.p.typeKey(t) + s.key(t)
	if n := s.p.locals[key]; n != nil {
		return n
	}
	obj := types.NewTypeName(t.Obj().Pos(), t.Obj().Pkg(), t.Obj().Name(), nil)
	n := types.NewNamed(obj, types.Typ[types.Int], nil)
	s.p.locals[key] = n
	s.p.localKeys[obj] = key
	n.SetUnderlying(s.typ(t.Underlying()))
	return n
}

func (s substituter) key(t *types.Named) string {
	var args []string
	for scope := t.Obj().Parent(); scope != nil && scope != types.Universe; scope = scope.Parent() {
		for _, name := range scope.Names() {
			if tn, ok := scope.Lookup(name).(*types.TypeName); ok {
				if param, ok := tn.Type().(*types.TypeParam); ok && s.e[param] != nil {
					args = append(args, s.p.typeKey(s.e[param]))
				}
			}
		}
	}
	return "<" + strings.Join(args, ",") + ">"
}
