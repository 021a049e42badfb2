package lower

import "go/types"

// rep says how a type's values look in JavaScript.
type rep int

const (
	repOther rep = iota
	repBool
	repInt  // int: 53 bits, checked
	repUint // uint, uintptr
	repI8
	repI16
	repI32
	repU8
	repU16
	repU32
	repI64
	repU64
	repF32
	repF64
	repComplex
	repString
)

var basicReps = map[types.BasicKind]rep{
	types.Bool: repBool, types.UntypedBool: repBool,
	types.Int: repInt, types.UntypedInt: repInt, types.Uint: repUint, types.Uintptr: repUint,
	types.Int8: repI8, types.Int16: repI16, types.Int32: repI32, types.UntypedRune: repI32,
	types.Uint8: repU8, types.Uint16: repU16, types.Uint32: repU32,
	types.Int64: repI64, types.Uint64: repU64,
	types.Float32: repF32, types.Float64: repF64, types.UntypedFloat: repF64,
	types.Complex64: repComplex, types.Complex128: repComplex, types.UntypedComplex: repComplex,
	types.String: repString, types.UntypedString: repString,
}

func repOf(t types.Type) rep {
	if b, ok := t.Underlying().(*types.Basic); ok {
		return basicReps[b.Kind()]
	}
	return repOther
}

func (r rep) big() bool      { return r == repI64 || r == repU64 }
func (r rep) wide() bool     { return r == repInt || r == repUint }
func (r rep) small() bool    { return r >= repI8 && r <= repU32 }
func (r rep) integer() bool  { return r >= repInt && r <= repU64 }
func (r rep) float() bool    { return r == repF32 || r == repF64 }
func (r rep) unsigned() bool { return r == repUint || r >= repU8 && r <= repU32 || r == repU64 }

// bits returns the size of an integer of at most 32 bits, else 64.
func (r rep) bits() int {
	switch r {
	case repI8, repU8:
		return 8
	case repI16, repU16:
		return 16
	case repI32, repU32:
		return 32
	}
	return 64
}

// limits returns the range of a small integer.
func (r rep) limits() (lo, hi float64) {
	size := float64(uint64(1) << r.bits())
	if r.unsigned() {
		return 0, size - 1
	}
	return -size / 2, size/2 - 1
}

func isInterface(t types.Type) bool {
	_, ok := t.Underlying().(*types.Interface)
	return ok
}

func isAny(t types.Type) bool {
	u, ok := t.Underlying().(*types.Interface)
	return ok && u.Empty()
}

func isArray(t types.Type) bool {
	_, ok := t.Underlying().(*types.Array)
	return ok
}

func isSlice(t types.Type) bool {
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func pointee(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return nil
}

// typedArray returns the typed array that stores elements of t, "" if a plain
// Array does.
func typedArray(t types.Type) string {
	switch repOf(t) {
	case repI8:
		return "Int8Array"
	case repI16:
		return "Int16Array"
	case repI32:
		return "Int32Array"
	case repU8:
		return "Uint8Array"
	case repU16:
		return "Uint16Array"
	case repU32:
		return "Uint32Array"
	case repF32:
		return "Float32Array"
	case repF64:
		return "Float64Array"
	case repI64:
		return "BigInt64Array"
	case repU64:
		return "BigUint64Array"
	}
	return ""
}
