// Package wire holds the protocol's bytes: frames, messages and values.
//
// A frame is one compact JSON array. It is scanned by hand and in place:
//
//	f, err := wire.ScanFrame(data) // well formed, within the limits, or refused whole
//	for m, ok := f.Next(); ok; m, ok = f.Next() {
//		switch m.Kind() {
//		case 1: // call: [1,id,target,args…]
//			e := m.Body()
//			id, _ := e.Uint()
//			target, _ := e.Next()
//			var x, y int
//			err := wire.DecodeArgs(e, handles, &x, &y)
//		}
//	}
//
// and written by appending:
//
//	b = append(b, "[2,"...)
//	b = wire.AppendUint(b, id)
//	b = append(b, ',')
//	b, err = wire.Append(b, x+y, handles)
//	b = append(b, ']')
//
// # Values
//
// Values describe themselves, so that hand-written JavaScript needs no types,
// and they are read strictly, against the type that Go declares. A struct is
// an object keyed by field names, where every field must be present and no
// other may be; slices and arrays are arrays; what JSON lacks is an object
// with one key that begins with "$":
//
//	{"$i":"9223372036854775807"}  an integer beyond 2^53
//	{"$n":"NaN"}                  NaN, Inf, -Inf and -0
//	{"$b":"aGVsbG8="}             bytes
//	{"$t":"2006-01-02T15:04:05Z"} a time
//	{"$m":[["a",1],["b",2]]}      a map
//	{"$d":[1,value]}, {"$r":1}    a pointer that occurs more than once: its value, then references
//	{"$p":[id,count]}             an object or function of the page
//	{"$s":[id,count]}             an object or function of the server
//	{"$x":[id,count,…]}           an object that both sides hold
//
// Unexported fields and those tagged `json:"-"` never cross; a field's name is
// that of its json tag, if it has one, and the tag's options mean nothing
// here. An embedded struct is a field like any other. A struct that has fields
// but exports none is refused, unless it marshals to text and back
// (netip.Addr, big.Int): then it crosses as a string. Channels, complex
// numbers, uintptr and unsafe pointers are refused; functions and references
// are refused where no [Handles] are given. An interface crosses as what it
// holds; only the empty one can be read back.
//
// # Errors
//
// Every refusal of a value names the culprit: "args[1].Lines[2].Key: want
// string, got number" is a [*ValueError]. A frame that is malformed or beyond
// the limits is a [*SyntaxError].
//
// # Concurrency and ownership
//
// All functions are safe for concurrent use. What is scanned points into the
// given bytes and lives as long as they do; what is decoded is a copy.
package wire
