package gojs

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/types"
	"io"
	"reflect"
	"strings"

	"github.com/omg-go/omg/gojs/lower"
)

// signature returns what bridge.Signature returns for a function: for the types of
// its arguments without a leading context, then of its result without a
// trailing error.
func signature(sig *types.Signature) string { return signatureOf(crossing(sig)) }

// twinSignature returns what package mirror does for a type with twins.
func twinSignature(t types.Type) string {
	h := sha256.New()
	var list []types.Type
	for _, s := range lower.Slots(t) {
		fmt.Fprintln(h, s.Name, s.Kind)
		list = append(list, s.Var.Type())
	}
	io.WriteString(h, signatureOf(list))
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func signatureOf(list []types.Type) string {
	h := sha256.New()
	seen := map[string]bool{}
	for _, t := range list {
		fmt.Fprintln(h, typeName(t))
		describe(h, t, seen)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// crossing returns the types that cross; nil stands for no result.
func crossing(sig *types.Signature) []types.Type {
	var list []types.Type
	if sig.Recv() != nil {
		list = append(list, sig.Recv().Type())
	}
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if i > 0 || types.TypeString(t, nil) != "context.Context" {
			list = append(list, t)
		}
	}
	var result types.Type
	if sig.Results().Len() > 0 && types.TypeString(sig.Results().At(0).Type(), nil) != "error" {
		result = sig.Results().At(0).Type()
	}
	return append(list, result)
}

func typeName(t types.Type) string {
	if t == nil {
		return "void"
	}
	t = types.Unalias(t)
	if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil {
		return types.TypeString(t, func(p *types.Package) string { return p.Path() })
	}
	return spell(t)
}

func describe(w io.Writer, t types.Type, seen map[string]bool) {
	if t == nil || seen[types.TypeString(t, nil)] {
		return
	}
	seen[types.TypeString(t, nil)] = true
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		fmt.Fprintf(w, "%s = %s\n", typeName(t), kindName(t.Underlying()))
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		describeFields(w, u, seen)
	case *types.Map:
		describe(w, u.Key(), seen)
		describe(w, u.Elem(), seen)
	case interface{ Elem() types.Type }:
		if _, channel := u.(*types.Chan); !channel {
			describe(w, u.Elem(), seen)
		}
	}
}

func describeFields(w io.Writer, u *types.Struct, seen map[string]bool) {
	for i := range u.NumFields() {
		f := u.Field(i)
		tag := reflect.StructTag(u.Tag(i)).Get("json")
		if f.Exported() && tag != "-" {
			name, _, _ := strings.Cut(tag, ",")
			fmt.Fprintf(w, "\t%s %s %q\n", f.Name(), typeName(f.Type()), name)
			describe(w, f.Type(), seen)
		}
	}
}

// kindName spells a kind as package reflect does.
func kindName(t types.Type) string {
	switch u := t.(type) {
	case *types.Basic:
		return strings.NewReplacer("byte", "uint8", "rune", "int32").Replace(u.Name())
	case *types.Pointer:
		return "ptr"
	case *types.Slice:
		return "slice"
	case *types.Array:
		return "array"
	case *types.Map:
		return "map"
	case *types.Chan:
		return "chan"
	case *types.Signature:
		return "func"
	case *types.Interface:
		return "interface"
	}
	return "struct"
}
