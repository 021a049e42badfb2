package lower

import (
	"fmt"
	"go/types"
	"hash/fnv"
	"strconv"
	"strings"
)

// typeKey returns a string that is the same exactly for identical types.
func (p *program) typeKey(t types.Type) string {
	var b strings.Builder
	p.writeKey(&b, t)
	return b.String()
}

func (p *program) writeKey(b *strings.Builder, t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		b.WriteString(basicName(t))
	case *types.Named:
		p.writeNamed(b, t)
	case *types.Pointer:
		b.WriteString("*")
		p.writeKey(b, t.Elem())
	case *types.Slice:
		b.WriteString("[]")
		p.writeKey(b, t.Elem())
	case *types.Array:
		fmt.Fprintf(b, "[%d]", t.Len())
		p.writeKey(b, t.Elem())
	case *types.Map:
		b.WriteString("map[")
		p.writeKey(b, t.Key())
		b.WriteString("]")
		p.writeKey(b, t.Elem())
	case *types.Chan:
		b.WriteString([]string{"chan ", "chan<- ", "<-chan "}[t.Dir()])
		p.writeKey(b, t.Elem())
	default:
		p.writeComposed(b, t)
	}
}

func basicName(t *types.Basic) string {
	switch t.Kind() {
	case types.Uint8:
		return "uint8"
	case types.Int32, types.UntypedRune:
		return "int32"
	case types.UntypedInt:
		return "int"
	case types.UntypedFloat:
		return "float64"
	case types.UntypedComplex:
		return "complex128"
	case types.UntypedNil:
		return "nil"
	}
	return strings.TrimPrefix(t.Name(), "untyped ")
}

func (p *program) writeNamed(b *strings.Builder, t *types.Named) {
	obj := t.Origin().Obj()
	if key := p.localKeys[t.Obj()]; key != "" {
		b.WriteString(key)
		return
	}
	if obj.Pkg() != nil {
		b.WriteString(obj.Pkg().Path() + ".")
	}
	b.WriteString(obj.Name())
	if n := p.ordinal(obj); n > 0 {
		b.WriteString("·" + strconv.Itoa(n))
	}
	for i := range t.TypeArgs().Len() {
		b.WriteString([]string{"[", ","}[min(i, 1)])
		p.writeKey(b, t.TypeArgs().At(i))
	}
	if t.TypeArgs().Len() > 0 {
		b.WriteString("]")
	}
}

func (p *program) ordinal(obj *types.TypeName) int {
	if obj.Pkg() == nil {
		return 0
	}
	if pkg := p.world.Packages[obj.Pkg().Path()]; pkg != nil {
		return pkg.Ordinal(obj)
	}
	return 0
}

func (p *program) writeComposed(b *strings.Builder, t types.Type) {
	switch t := t.(type) {
	case *types.Struct:
		p.writeStruct(b, t)
	case *types.Signature:
		b.WriteString("func")
		p.writeSignature(b, t)
	case *types.Interface:
		p.writeInterface(b, t)
	case *types.Tuple:
		p.writeTuple(b, t, false)
	case *types.TypeParam:
		fmt.Fprintf(b, "%s·%d", t.Obj().Name(), t.Index())
	default:
		b.WriteString(t.String())
	}
}

func (p *program) writeStruct(b *strings.Builder, t *types.Struct) {
	b.WriteString("struct {")
	for i := range t.NumFields() {
		f := t.Field(i)
		b.WriteString([]string{" ", "; "}[min(i, 1)])
		if f.Embedded() {
			b.WriteString("embedded ")
		}
		if !f.Exported() && f.Pkg() != nil && f.Pkg().Path() != "main" {
			b.WriteString(f.Pkg().Path() + ".")
		}
		b.WriteString(f.Name() + " ")
		p.writeKey(b, f.Type())
		if t.Tag(i) != "" {
			b.WriteString(" " + strconv.Quote(t.Tag(i)))
		}
	}
	if t.NumFields() > 0 {
		b.WriteString(" ")
	}
	b.WriteString("}")
}

func (p *program) writeSignature(b *strings.Builder, t *types.Signature) {
	p.writeTuple(b, t.Params(), t.Variadic())
	switch t.Results().Len() {
	case 0:
	case 1:
		b.WriteString(" ")
		p.writeKey(b, t.Results().At(0).Type())
	default:
		b.WriteString(" ")
		p.writeTuple(b, t.Results(), false)
	}
}

func (p *program) writeTuple(b *strings.Builder, t *types.Tuple, variadic bool) {
	b.WriteString("(")
	for i := range t.Len() {
		if i > 0 {
			b.WriteString(", ")
		}
		pt := t.At(i).Type()
		if s, ok := pt.(*types.Slice); ok && variadic && i == t.Len()-1 {
			b.WriteString("...")
			pt = s.Elem()
		}
		p.writeKey(b, pt)
	}
	b.WriteString(")")
}

func (p *program) writeInterface(b *strings.Builder, t *types.Interface) {
	b.WriteString("interface {")
	for i := range t.NumMethods() {
		m := t.Method(i)
		b.WriteString([]string{" ", "; "}[min(i, 1)])
		b.WriteString(m.Name())
		p.writeSignature(b, m.Type().(*types.Signature))
	}
	if t.NumMethods() > 0 {
		b.WriteString(" ")
	}
	b.WriteString("}")
}

// mangle makes an identifier of a type key; a long one ends in a hash.
func mangle(key string) string {
	var b strings.Builder
	for _, r := range key {
		switch {
		case r == '*':
			b.WriteString("p_")
		case r == '[':
			b.WriteString("$")
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '_':
			b.WriteRune(r)
		case r == ']', r == '.':
			b.WriteString("$")
		default:
			b.WriteByte('_')
		}
	}
	s := b.String()
	if len(s) > 32 || strings.ContainsAny(key, " ·<,(/-") {
		return s[:min(len(s), 20)] + "_" + shortHash(key)
	}
	return s
}

func shortHash(s string) string {
	h := fnv.New32a()
	h.Write([]byte(s))
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}
