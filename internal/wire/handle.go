package wire

import (
	"iter"
	"reflect"
)

// A RefKind says on which side the thing is that a [Ref] stands for.
type RefKind byte

const (
	PageRef   RefKind = 'p' // an object or function of the page: {"$p":[id,count]}
	ServerRef RefKind = 's' // an object or function of the server: {"$s":[id,count]}
	MirrorRef RefKind = 'x' // an object that both sides hold: {"$x":[id,count,…]}
)

// A Ref is what crosses in place of a thing that cannot be copied.
type Ref struct {
	Kind  RefKind
	ID    uint64
	Count uint64 // how often the exporter has sent it (rules: the importer releases with this count)
	Rest  []byte // of a MirrorRef: the elements after the count, comma between them, else nil; valid during the call
}

// A Reference is a type whose values cross as a [Ref]: codecs hand them to
// [Handles] whole and never look at their fields. The method does nothing.
// Functions cross so too, and need no method.
type Reference interface{ WireReference() }

// Handles exports and imports what crosses as a [Ref]. The bridge implements
// it for one message of one session at a time.
//
// An error of either method refuses the message at the path of the value; it
// is the Err of the [*ValueError]. Whoever implements Handles then takes back
// what the same message had exported before the error (nothing of it is sent),
// and releases what it had brought in: see [Refs].
type Handles interface {
	// Export returns the Ref for v, a non-nil function or [Reference].
	Export(v reflect.Value) (Ref, error)
	// Import returns the value for ref where Go declares a t. What it returns
	// must be assignable to t, else the value is refused.
	Import(ref Ref, t reflect.Type) (reflect.Value, error)
}

// AppendRef appends ref as it crosses.
func AppendRef(b []byte, ref Ref) []byte {
	b = append(b, '{', '"', '$', byte(ref.Kind), '"', ':', '[')
	b = AppendUint(b, ref.ID)
	b = append(b, ',')
	b = AppendUint(b, ref.Count)
	if len(ref.Rest) > 0 {
		b = append(b, ',')
		b = append(b, ref.Rest...)
	}
	return append(b, "]}"...)
}

// ParseRef reads a [Ref]. It reports false for anything else.
func ParseRef(raw Raw) (Ref, bool) {
	kind := tagOf(raw)
	if kind != byte(PageRef) && kind != byte(ServerRef) && kind != byte(MirrorRef) {
		return Ref{}, false
	}
	e := Raw(raw[tagLen : len(raw)-1]).Elements()
	id, ok := e.Uint()
	count, ok2 := e.Uint()
	if !ok || !ok2 || len(e.rest) > 0 && kind != byte(MirrorRef) {
		return Ref{}, false
	}
	return Ref{RefKind(kind), id, count, e.rest}, true
}

// Refs yields every [Ref] in raw, however deep, in order. It serves to release
// the handles of a message that was refused before all of it was decoded.
func Refs(raw Raw) iter.Seq[Ref] {
	return func(yield func(Ref) bool) { eachRef(raw, yield) }
}

func eachRef(raw Raw, yield func(Ref) bool) bool {
	if ref, ok := ParseRef(raw); ok {
		return yield(ref)
	}
	e := raw.inner()
	for el, ok := e.Next(); ok; el, ok = e.Next() {
		if len(el) > 0 && (el[0] == '[' || el[0] == '{') && !eachRef(el, yield) {
			return false
		}
	}
	return true
}
