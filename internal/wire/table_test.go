package wire_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/netip"
	"os"
	"reflect"
	"testing"
	"time"

	"github.com/omg-go/omg/internal/wire"
)

// The types that values.json names.
type (
	Level int
	Line  struct {
		Key    string
		N      int `json:"n,omitempty"`
		hidden int
		Secret string `json:"-"`
	}
	Order struct {
		ID    int64
		Lines []Line
		Notes map[string]string
		Paid  *time.Time
		At    time.Time
		Data  []byte
		Any   any
	}
	Inner struct{ A int }
	Outer struct {
		Inner
		B int
	}
	Odd struct {
		P int `json:"__proto__"`
		C int `json:"constructor"`
		T int `json:"toString"`
	}
	Node struct {
		Name string
		Next *Node
	}
	Pair struct {
		A Line
		B *Node
	}
	Tree struct{ Kids []Tree }
)

// A Thing is a reference.
type Thing struct{ ref string }

func (Thing) WireReference() {}

// things exports Things and functions, and imports Things.
type things struct{}

var errUnknown = errors.New("unknown handle")

func (things) Export(v reflect.Value) (wire.Ref, error) {
	if v.Kind() == reflect.Func {
		return wire.Ref{Kind: wire.ServerRef, ID: 5, Count: 2}, nil
	}
	ref, ok := wire.ParseRef(wire.Raw(v.Interface().(Thing).ref))
	if !ok {
		return ref, errUnknown
	}
	return ref, nil
}

func (things) Import(ref wire.Ref, t reflect.Type) (reflect.Value, error) {
	if ref.ID == 404 {
		return reflect.Value{}, errUnknown
	}
	if ref.Kind == wire.ServerRef && t.Kind() == reflect.Func {
		return reflect.ValueOf(function), nil
	}
	return reflect.ValueOf(Thing{string(wire.AppendRef(nil, ref))}), nil
}

func function(int) {}

var types = map[string]reflect.Type{
	"bool": reflect.TypeFor[bool](), "int": reflect.TypeFor[int](), "int8": reflect.TypeFor[int8](), "int32": reflect.TypeFor[int32](),
	"int64": reflect.TypeFor[int64](), "uint8": reflect.TypeFor[uint8](), "uint64": reflect.TypeFor[uint64](),
	"float32": reflect.TypeFor[float32](), "float64": reflect.TypeFor[float64](), "string": reflect.TypeFor[string](),
	"[]byte": reflect.TypeFor[[]byte](), "[3]byte": reflect.TypeFor[[3]byte](), "time.Time": reflect.TypeFor[time.Time](),
	"[]int": reflect.TypeFor[[]int](), "[2]string": reflect.TypeFor[[2]string](), "map[string]int": reflect.TypeFor[map[string]int](),
	"Line": reflect.TypeFor[Line](), "Order": reflect.TypeFor[Order](), "*Node": reflect.TypeFor[*Node](), "[]*Node": reflect.TypeFor[[]*Node](),
	"Pair": reflect.TypeFor[Pair](), "Tree": reflect.TypeFor[Tree](), "netip.Addr": reflect.TypeFor[netip.Addr](),
	"error": reflect.TypeFor[error](), "any": reflect.TypeFor[any](), "Thing": reflect.TypeFor[Thing](), "func(int)": reflect.TypeFor[func(int)](),
}

// values holds what Go writes for the rows of values.json.
func values() map[string]any {
	at := time.Date(2026, 2, 3, 4, 5, 6, 789e6, time.UTC)
	line := &Line{Key: "a", N: 1}
	seven := new(int)
	*seven = 7
	self := &Node{Name: "a"}
	self.Next = self
	ring := &Node{Name: "a", Next: &Node{Name: "b"}}
	ring.Next.Next = ring
	b := &Node{Name: "b"}
	a := &Node{"a", b}
	return map[string]any{
		"null": (*int)(nil), "true": true, "false": false, "zero": 0, "negative": int32(-42),
		"smallest int8": int8(-128), "largest uint8": uint8(255),
		"largest plain integer": int64(1 << 53), "smallest plain integer": int64(-1 << 53), "integer beyond 2^53": int64(1<<53 + 1),
		"smallest int64": int64(math.MinInt64), "largest uint64": uint64(math.MaxUint64),
		"named integer": Level(3), "duration": 1500 * time.Millisecond,
		"float": 0.1, "whole float": 3.0, "tiny float": math.SmallestNonzeroFloat64, "huge float": math.MaxFloat64,
		"float that JavaScript writes without an exponent": 123456789012345680000.0, "single precision": float32(1.5),
		"not a number": math.NaN(), "infinity": math.Inf(1), "negative infinity": float32(math.Inf(-1)), "negative zero": math.Copysign(0, -1),
		"empty string": "", "string": "héllo, 世界 🙂", "string of escapes": "\"\\\n\r\t\x00\x1f\x7f</script>&\u2028\u2029",
		"string that looks tagged": `{"$i":"1"}`,
		"bytes":                    []byte{0, 1, 2, 253, 254, 255}, "no bytes": []byte{}, "nil bytes": []byte(nil), "array of bytes": [3]byte{1, 2, 3},
		"time": at, "time of whole seconds": at.Truncate(time.Second), "time of long ago": time.Time{},
		"slice": []int{1, 2, 3}, "empty slice": []int{}, "nil slice": []int(nil), "array": [2]string{"a", "b"}, "slice of slices": [][]int{{1}, {}, nil},
		"map": map[string]int{"constructor": 2, "__proto__": 3, "a": 1}, "empty map": map[string]int{}, "nil map": map[string]int(nil),
		"map of integers": map[int64]bool{1<<53 + 1: false, -1: true}, "map of maps": map[bool]map[string][]int{true: {"x": {1}}, false: nil},
		"struct": Line{Key: "a", N: 2}, "struct in another order": Line{Key: "a", N: 2},
		"struct of everything": Order{1<<53 + 1, []Line{{Key: "a", N: 1}, {Key: "b", N: 2}}, map[string]string{"k": "v"}, nil, at, []byte{1}, []any{"x", nil, true}},
		"empty struct":         struct{}{}, "embedded struct": Outer{Inner{1}, 2}, "fields called like what objects have": Odd{1, 2, 3},
		"pointer": line, "pointer to a pointer": &seven, "shared pointer": []*Line{line, line, {Key: "a", N: 1}},
		"cycle": ring, "pointer to itself": self, "shared within shared": []*Node{a, a, b}, "inner one is shared first": []*Node{a, b, a},
		"text marshaler without fields": netip.MustParseAddr("192.0.2.1"),
		"interface":                     any([]any{1.5, "a", true, nil, at, []byte{1}, map[any]any{"a": 1.0}}),
		"page object":                   Thing{`{"$p":[3,1]}`}, "server function": function, "mirrored object": Thing{`{"$x":[8,1,"rest",[2]]}`},
		"nil function": (func(int))(nil),
	}
}

type table struct {
	Accept []struct {
		Name, Go   string
		Wire, Page json.RawMessage
	}
	Refuse []struct {
		Go, Error string
		Wire      json.RawMessage
	}
}

func readTable(t testing.TB) (tab table) {
	data, err := os.ReadFile("testdata/values.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &tab); err != nil {
		t.Fatal(err)
	}
	return tab
}

func compact(t testing.TB, raw json.RawMessage) []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// same compares the printed form, where NaN is NaN; functions cannot be
// compared, and cycles are compared by what is written again.
func same(a, b any) bool {
	if t := reflect.TypeOf(a); t.Kind() == reflect.Func || t == reflect.TypeFor[*Node]() {
		return true
	}
	return reflect.DeepEqual(a, b) || fmt.Sprintf("%T%v", a, a) == fmt.Sprintf("%T%v", b, b) && reflect.TypeOf(a).Kind() <= reflect.Float64
}

func TestAccepted(t *testing.T) {
	values := values()
	for _, row := range readTable(t).Accept {
		t.Run(row.Name, func(t *testing.T) {
			v, ok := values[row.Name]
			delete(values, row.Name)
			if !ok {
				t.Fatal("no value for the row")
			}
			text := compact(t, row.Wire)
			if got, err := wire.Append(nil, v, things{}); err != nil || !sameText(got, text) {
				t.Fatalf("Append: %s, %v; want %s", got, err, text)
			}
			readsBack(t, v, text)
			if row.Page != nil {
				readsBack(t, v, compact(t, row.Page))
			}
		})
	}
	for name := range values {
		t.Errorf("no row for %q", name)
	}
}

// sameText compares JSON but for the spelling of strings.
func sameText(a, b []byte) bool {
	var x, y any
	ok := json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && reflect.DeepEqual(x, y)
	return ok && (len(a) == len(b) || bytes.Contains(a, []byte(`\u`)))
}

func readsBack(t *testing.T, v any, text []byte) {
	t.Helper()
	into := reflect.New(reflect.TypeOf(v))
	if err := wire.Decode(text, into.Interface(), things{}); err != nil {
		t.Fatalf("Decode(%s): %v", text, err)
	}
	got := into.Elem().Interface()
	if !same(v, got) {
		t.Errorf("Decode(%s) = %#v, want %#v", text, got, v)
	}
	again, err := wire.Append(nil, got, things{})
	if want, _ := wire.Append(nil, v, things{}); err != nil || !bytes.Equal(again, want) {
		t.Errorf("written again: %s, %v; want %s", again, err, want)
	}
}

func TestRefused(t *testing.T) {
	for _, row := range readTable(t).Refuse {
		text := compact(t, row.Wire)
		t.Run(row.Go+" "+string(text), func(t *testing.T) {
			typ, ok := types[row.Go]
			if !ok {
				t.Fatal("unknown type")
			}
			err := wire.Decode(text, reflect.New(typ).Interface(), things{})
			if err == nil || err.Error() != row.Error {
				t.Errorf("got  %v\nwant %s", err, row.Error)
			}
		})
	}
}
