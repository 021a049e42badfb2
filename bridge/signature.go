package bridge

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/omg-go/omg/module"
)

// Signature returns a hash over types: their names, and the names, order and
// types of their fields, transitively. Two sides whose signatures differ do not
// understand each other's values.
//
// Hashed is one line a type, as Go prints it, then for each named type that was
// met, in the order of meeting, "name = " and what it is made of.
func Signature(types ...reflect.Type) string {
	h := sha256.New()
	seen := map[reflect.Type]bool{}
	for _, t := range types {
		fmt.Fprintln(h, typeName(t))
		describe(h, t, seen)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func typeName(t reflect.Type) string {
	if t == nil {
		return "void"
	}
	if t.Name() != "" && t.PkgPath() != "" {
		return module.ImportPath(t.PkgPath()) + "." + t.Name()
	}
	return t.String()
}

func describe(w io.Writer, t reflect.Type, seen map[reflect.Type]bool) {
	if t == nil || seen[t] {
		return
	}
	seen[t] = true
	if t.PkgPath() != "" {
		fmt.Fprintf(w, "%s = %s\n", typeName(t), t.Kind())
	}
	switch t.Kind() {
	case reflect.Struct:
		describeFields(w, t, seen)
	case reflect.Map:
		describe(w, t.Key(), seen)
		describe(w, t.Elem(), seen)
	case reflect.Pointer, reflect.Slice, reflect.Array:
		describe(w, t.Elem(), seen)
	}
}

func describeFields(w io.Writer, t reflect.Type, seen map[reflect.Type]bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.IsExported() && f.Tag.Get("json") != "-" {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			fmt.Fprintf(w, "\t%s %s %q\n", f.Name, typeName(f.Type), name)
			describe(w, f.Type, seen)
		}
	}
}

// Schema returns a hash over all functions of this program that cross: names and
// signatures. A page that was made by a program of another schema does not fit.
func Schema() string {
	h := sha256.New()
	for _, name := range RPCs() {
		fmt.Fprintln(h, name, Signature(backendNamed(name).types...))
	}
	var lines []string
	for _, t := range allTargets() {
		lines = append(lines, t.name+" "+Signature(t.types...))
	}
	slices.Sort(lines)
	for _, line := range slices.Compact(lines) {
		fmt.Fprintln(h, line)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func joined(errs []error) error {
	var lines []error
	for _, err := range errs {
		if !slices.ContainsFunc(lines, func(e error) bool { return e.Error() == err.Error() }) {
			lines = append(lines, err)
		}
	}
	return errors.Join(lines...)
}

// SignatureOf returns the signature of what crosses in calls of the function f.
func SignatureOf(f any) string {
	sh, err := shapeOf(reflect.TypeOf(f))
	if err != nil {
		panic("bridge: " + err.Error())
	}
	return Signature(sh.types()...)
}
