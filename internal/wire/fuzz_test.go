package wire_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/omg-go/omg/internal/wire"
)

// FuzzScanFrame holds the scanner against encoding/json: what it accepts is
// valid, compact JSON of valid UTF-8, and its parts put together are the whole.
func FuzzScanFrame(f *testing.F) {
	for _, s := range []string{callFrame, `["h",1,"b",1,0,null,"s","t"]`, `[0,5]`, `[1,0,[2,1,{"$m":[["k",[1.5e-3,"\ud83d\ude42\n"]]]}],[3,2,"x","y",{}]]`, `[1,1,[1,"` + "é\u2028" + `"]]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		frame, err := wire.ScanFrame(data)
		if err != nil {
			return
		}
		var c bytes.Buffer
		if err := json.Compact(&c, data); err != nil || !bytes.Equal(c.Bytes(), data) || !utf8.Valid(data) {
			t.Fatalf("accepted %q: %v", data, err)
		}
		var whole []json.RawMessage
		if err := json.Unmarshal(data, &whole); err != nil {
			t.Fatal(err)
		}
		if frame.Control == 0 {
			checkParts(t, frame, whole[2:])
		}
	})
}

func checkParts(t *testing.T, frame wire.Frame, whole []json.RawMessage) {
	for _, want := range whole {
		m, ok := frame.Next()
		if !ok || !bytes.Equal(m, want) {
			t.Fatalf("message %s, want %s", m, want)
		}
		var parts []json.RawMessage
		if err := json.Unmarshal(m, &parts); err != nil {
			t.Fatal(err)
		}
		e := m.Body()
		for _, want := range parts[1:] {
			if raw, _ := e.Next(); !bytes.Equal(raw, want) {
				t.Fatalf("element %s, want %s", raw, want)
			}
		}
	}
	if m, ok := frame.Next(); ok {
		t.Fatalf("one message more: %s", m)
	}
}

// FuzzUnchecked: what reads scanned bytes must not panic on others either.
func FuzzUnchecked(f *testing.F) {
	for _, s := range []string{callFrame, `[1,{"$d":[1,{"$p":[3,1]}]},{"$r":1}]`, `["a"x,1]`, `{"$p":[`, `["\\`, `[1,,]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<12 {
			return // nests deeper than what was scanned
		}
		raw := wire.Raw(data)
		raw.Text()
		raw.Int()
		wire.Message(data).Kind()
		wire.Message(data).Body().Len()
		for range wire.Refs(raw) {
		}
		var a any
		var n int
		var line *Line
		e := raw.Elements()
		into := []any{&a, &n, &line}[:min(3, e.Len())]
		wire.DecodeArgs(e, things{}, into...)
	})
}

// FuzzValid: what the scanner refuses and encoding/json accepts is spaced,
// deep, big or not of valid UTF-8.
func FuzzValid(f *testing.F) {
	for _, s := range []string{`[1,-0.5e+3,"a\\\u1234",{"a":null,"b":[true,false]}]`, `""`, `-`, `[[[]]]`, `{"":{}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ours, theirs := wire.Valid(data) == nil, json.Valid(data)
		if ours && !theirs {
			t.Fatalf("accepted %q", data)
		}
		if theirs && !ours && len(data) < 300 && utf8.Valid(data) {
			var c bytes.Buffer
			if json.Compact(&c, data); bytes.Equal(c.Bytes(), data) {
				t.Fatalf("refused %q: %v", data, wire.Valid(data))
			}
		}
	})
}

// Everything is a value of each kind, to be read from any bytes.
type Everything struct {
	B  bool
	I  int64
	U  uint16
	F  float64
	S  string
	Y  []byte
	Z  [2]byte
	L  []Line
	R  [2]int8
	M  map[string]*Node
	K  map[int]float32
	P  *Node
	Q  **Node
	A  any
	O  map[any]any
	T  Thing
	Fn func(int)
}

// FuzzDecode reads any bytes into several types without a panic; what was read
// is written, read and written again, to the same bytes.
func FuzzDecode(f *testing.F) {
	tab := readTable(f)
	for _, row := range tab.Accept {
		f.Add([]byte(row.Wire))
	}
	for _, row := range tab.Refuse {
		f.Add([]byte(row.Wire))
	}
	zero, err := wire.Append(nil, Everything{T: Thing{`{"$p":[1,1]}`}}, things{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(zero)
	f.Fuzz(func(t *testing.T, data []byte) {
		for range wire.Refs(data) {
		}
		into := []reflect.Type{reflect.TypeFor[Everything](), reflect.TypeFor[any](), reflect.TypeFor[[]*Node](), reflect.TypeFor[[]Line](), reflect.TypeFor[Tree](), reflect.TypeFor[Order]()}
		for _, typ := range into {
			v := reflect.New(typ)
			if wire.Decode(data, v.Interface(), things{}) == nil {
				writeAndRead(t, v.Elem())
			}
		}
	})
}

func writeAndRead(t *testing.T, v reflect.Value) {
	if _, isAny := v.Interface().(map[string]any); isAny {
		return // is written as a map
	}
	once, err := wire.Append(nil, v, things{})
	if err != nil {
		t.Fatalf("%#v was read and cannot be written: %v", v, err)
	}
	again := reflect.New(v.Type())
	if err := wire.Decode(once, again.Interface(), things{}); err != nil {
		t.Fatalf("%s was written and cannot be read: %v", once, err)
	}
	twice, err := wire.Append(nil, again.Elem(), things{})
	if err != nil || len(twice) != len(once) {
		t.Fatalf("%s, then %s, %v", once, twice, err)
	}
}
