package wire_test

import (
	"errors"
	"math"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/omg-go/omg/internal/wire"
)

type (
	opaque struct{ hidden int }
	Loud   struct {
		Name string
		Done chan bool
	}
	Twice struct {
		A int
		B int `json:"A"`
	}
	Dollar struct {
		A int `json:"$i"`
	}
	Digit struct {
		A int `json:"1"`
	}
)

func TestAppendRefuses(t *testing.T) {
	deep := any(0)
	for range 65 {
		deep = []any{deep}
	}
	cycle := []any{nil}
	cycle[0] = cycle
	for _, row := range []struct {
		v    any
		want string
	}{
		{make(chan int), "value: chan int cannot cross: it means nothing to the other side"},
		{[]any{1, map[string]any{"k": Loud{}}}, `value[1]["k"].Done: chan bool cannot cross: it means nothing to the other side`},
		{struct{ F func() }{func() {}}, "value.F: functions and references cannot cross here"},
		{[]Thing{{}}, "value[0]: functions and references cannot cross here"},
		{1 + 2i, "value: complex128 cannot cross: it means nothing to the other side"},
		{uintptr(1), "value: uintptr cannot cross: it means nothing to the other side"},
		{opaque{1}, "value: wire_test.opaque cannot cross: it exports no fields"},
		{[]opaque{}, "value[]: wire_test.opaque cannot cross: it exports no fields"},
		{Twice{}, "value: wire_test.Twice cannot cross: two fields are called A"},
		{Dollar{}, "value.A: int cannot cross: its field's name begins with $"},
		{Digit{}, "value.A: int cannot cross: its field's name begins with 1"},
		{map[[1]int]int{}, "value: map[[1]int]int cannot cross: its keys are no strings, numbers or bools"},
		{map[any]int{[1]int{}: 1}, "value[[0]]: want a string, number or bool as key, got another"},
		{map[any]int{nil: 1}, "value[<nil>]: want a string, number or bool as key, got another"},
		{map[float64]int{math.NaN(): 1}, "value[NaN]: want a key that can be found, got NaN"},
		{[]string{"ok", "\xff"}, "value[1]: want valid UTF-8, got a string with other bytes; send []byte"},
		{"\xff", "value: want valid UTF-8, got a string with other bytes; send []byte"},
		{struct{ T time.Time }{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}, "value.T: Time.MarshalText: year outside of range [0,9999]"},
		{deep, "value" + strings.Repeat("[0]", 64) + ": want a value of at most 64 levels, got one nested deeper, or a cycle"},
		{cycle, "value" + strings.Repeat("[0]", 64) + ": want a value of at most 64 levels, got one nested deeper, or a cycle"},
	} {
		b, err := wire.Append([]byte("x"), row.v, nil)
		if err == nil || err.Error() != row.want || string(b) != "x" {
			t.Errorf("%T: %s, %v\nwant %s", row.v, b, err, row.want)
		}
	}
}

func TestDepth(t *testing.T) {
	ok, tooDeep := strings.Repeat("[", 64)+strings.Repeat("]", 64), strings.Repeat("[", 65)+strings.Repeat("]", 65)
	var v any
	if err := wire.Decode([]byte(ok), &v, nil); err != nil {
		t.Error(err)
	}
	var ve *wire.ValueError
	if err := wire.Decode([]byte(tooDeep), &v, nil); !errors.As(err, &ve) || ve.Path != "value"+strings.Repeat("[0]", 64) {
		t.Error(err)
	}
}

func TestArgsShare(t *testing.T) {
	line := &Line{Key: "a", N: 1}
	b, err := wire.AppendArgs([]byte("[1"), nil, line, "x", []*Line{line})
	if want := `[1,{"$d":[1,{"Key":"a","n":1}]},"x",[{"$r":1}]`; err != nil || string(b) != want {
		t.Fatalf("%s, %v\nwant %s", b, err, want)
	}
	e := wire.Message(append(b, ']')).Body()
	var got *Line
	var text string
	var list []*Line
	if err := wire.DecodeArgs(e, nil, &got, &text, &list); err != nil {
		t.Fatal(err)
	}
	if got != list[0] || *got != *line || text != "x" {
		t.Errorf("got %v, %q, %v", got, text, list)
	}
}

// The page sends an object twice where Go declares values: each is a copy.
func TestSharedValuesAreCopied(t *testing.T) {
	var lines [2]Line
	e := wire.Raw(`[{"$d":[1,{"Key":"a","n":1}]},{"$r":1}]`).Elements()
	if err := wire.DecodeArgs(e, nil, &lines[0], &lines[1]); err != nil || lines[0] != lines[1] || lines[1].Key != "a" {
		t.Errorf("%v, %v", lines, err)
	}
	var v Line
	var p *Line
	e = wire.Raw(`[{"$d":[1,{"Key":"a","n":1}]},{"$r":1}]`).Elements()
	if err := wire.DecodeArgs(e, nil, &v, &p); err != nil || *p != v {
		t.Errorf("%v, %v, %v", v, p, err)
	}
}

func TestManySharedPointers(t *testing.T) {
	nodes := make([]*Node, 100)
	for i := range nodes {
		nodes[i] = &Node{Name: strings.Repeat("n", i)}
		if i > 0 {
			nodes[i].Next = nodes[i-1]
		}
	}
	// Each but the first occurs in the chain of its successor too.
	nodes = slices.Clone(nodes[:60])
	slices.Reverse(nodes)
	b, err := wire.Append(nil, nodes, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []*Node
	if err := wire.Decode(b, &got, nil); err != nil {
		t.Fatal(err)
	}
	for i := range got[1:] {
		if got[i].Next != got[i+1] {
			t.Fatalf("node %d has lost its successor", i)
		}
	}
}

func TestArgsErrors(t *testing.T) {
	e := wire.Raw(`[1,{"Key":"a","n":"b"}]`).Elements()
	var n int
	var l Line
	if err := wire.DecodeArgs(e, nil, &n, &l); err == nil || err.Error() != "args[1].n: want int, got string" {
		t.Error(err)
	}
	if err := wire.DecodeArgs(e, nil, &n); err == nil || err.Error() != "args: want 1 value, got 2 values" {
		t.Error(err)
	}
	if _, err := wire.AppendArgs(nil, nil, 1, Loud{}); err == nil || !strings.HasPrefix(err.Error(), "args[1].Done: chan bool cannot cross") {
		t.Error(err)
	}
}

func TestRooted(t *testing.T) {
	var l Line
	err := wire.Rooted(wire.Decode([]byte(`{"Key":1}`), &l, nil), "result")
	if err == nil || err.Error() != "result.Key: want string, got number" {
		t.Error(err)
	}
	if other := errors.New("x"); wire.Rooted(other, "result") != other || wire.Rooted(nil, "result") != nil {
		t.Error("other errors change")
	}
}

func TestHandlesErrorIsWrapped(t *testing.T) {
	var th []Thing
	err := wire.Decode([]byte(`[{"$p":[1,1]},{"$p":[404,1]}]`), &th, things{})
	if !errors.Is(err, errUnknown) || err.Error() != "value[1]: unknown handle" {
		t.Error(err)
	}
}

func TestRefs(t *testing.T) {
	var got []wire.Ref
	for ref := range wire.Refs(wire.Raw(`[1,{"$p":[3,1]},"{\"$p\":[9,9]}",{"a":{"$s":[4,2]}},{"$m":[["k",{"$x":[5,1]}]]},{"$d":[1,{"b":[{"$p":[6,7]}]}]}]`)) {
		got = append(got, ref)
	}
	want := []wire.Ref{{Kind: 'p', ID: 3, Count: 1}, {Kind: 's', ID: 4, Count: 2}, {Kind: 'x', ID: 5, Count: 1}, {Kind: 'p', ID: 6, Count: 7}}
	if !slices.EqualFunc(got, want, func(a, b wire.Ref) bool { return a.Kind == b.Kind && a.ID == b.ID && a.Count == b.Count }) {
		t.Errorf("%v", got)
	}
}

func TestCheck(t *testing.T) {
	if err := wire.Check(reflect.TypeFor[map[string][]*Order]()); err != nil {
		t.Error(err)
	}
	err := wire.Check(reflect.TypeFor[struct{ A []Loud }]())
	if err == nil || !strings.HasSuffix(err.Error(), ".A[].Done: chan bool cannot cross: it means nothing to the other side") {
		t.Error(err)
	}
	// Twice: a refused type is remembered, with its path untouched.
	if again := wire.Check(reflect.TypeFor[struct{ A []Loud }]()); again.Error() != err.Error() {
		t.Error(again)
	}
}

func TestTextForm(t *testing.T) {
	n, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	b, err := wire.Append(nil, n, nil)
	if err != nil || string(b) != `"123456789012345678901234567890"` {
		t.Fatalf("%s, %v", b, err)
	}
	got := new(big.Int)
	if err := wire.Decode(b, got, nil); err != nil || got.Cmp(n) != 0 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestInterfaceHolds(t *testing.T) {
	var v any
	if err := wire.Decode([]byte(`{"a":{"$i":"18446744073709551615"},"b":{"$i":"-1"},"c":{"$n":"Inf"}}`), &v, nil); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"a": uint64(math.MaxUint64), "b": int64(-1), "c": math.Inf(1)}
	if !reflect.DeepEqual(v, want) {
		t.Errorf("%#v", v)
	}
}

func TestPointersToNothingAreNotShared(t *testing.T) {
	if b, err := wire.Append(nil, []*struct{}{{}, {}}, nil); err != nil || string(b) != "[{},{}]" {
		t.Errorf("%s, %v", b, err)
	}
}

// A struct and its first field have one address.
func TestAddressIsNotIdentity(t *testing.T) {
	p := &struct{ A Inner }{}
	if b, err := wire.Append(nil, []any{p, &p.A}, nil); err != nil || string(b) != `[{"A":{"A":0}},{"A":0}]` {
		t.Errorf("%s, %v", b, err)
	}
}

func TestDecodeReplaces(t *testing.T) {
	o := Order{ID: 1, Lines: make([]Line, 5), Notes: map[string]string{"old": "x"}, Any: 1}
	err := wire.Decode([]byte(`{"ID":2,"Lines":[],"Notes":{"$m":[]},"Paid":null,"At":{"$t":"2026-01-01T00:00:00Z"},"Data":null,"Any":null}`), &o, nil)
	if err != nil || len(o.Lines) != 0 || o.Lines == nil || len(o.Notes) != 0 || o.Any != nil {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestConcurrentFirstUse(t *testing.T) {
	type fresh struct {
		Next *fresh
		List []fresh
		N    int
	}
	done := make(chan error)
	for range 8 {
		go func() {
			b, err := wire.Append(nil, &fresh{N: 1, Next: &fresh{}}, nil)
			var v fresh
			done <- errors.Join(err, wire.Decode(b, &v, nil))
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// Keys of several types have an order too, so that the bytes are always the same.
func TestMixedKeys(t *testing.T) {
	m := map[any]int{"b": 1, "a": 2, 2: 3, 1: 4, true: 5, false: 6, 1.5: 7, uint8(9): 8}
	want := `{"$m":[[false,6],[true,5],[1,4],[2,3],[9,8],[1.5,7],["a",2],["b",1]]}`
	for range 20 {
		if b, err := wire.Append(nil, m, nil); err != nil || string(b) != want {
			t.Fatalf("%s, %v", b, err)
		}
	}
	var got any
	if err := wire.Decode([]byte(want), &got, nil); err != nil || len(got.(map[any]any)) != len(m) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestErrorsAreShort(t *testing.T) {
	var n int8
	err := wire.Decode([]byte(strings.Repeat("1", 15)), &n, nil)
	if err == nil || err.Error() != "value: want int8, got 111111111111111, out of range" {
		t.Error(err)
	}
	err = wire.Decode([]byte(strings.Repeat("1", 1000)), &n, nil)
	if err == nil || len(err.Error()) > 120 {
		t.Error(err)
	}
	err = wire.Decode([]byte(`{"`+strings.Repeat("x", 1000)+`":1}`), new(Line), nil)
	if err == nil || len(err.Error()) > 120 {
		t.Error(err)
	}
	if err := wire.Decode([]byte("[1,]"), &n, nil); err == nil || err.Error() != "wire: byte 3: not a value" {
		t.Error(err)
	}
}

func TestStructOfManyFields(t *testing.T) {
	fields := make([]reflect.StructField, 40)
	for i := range fields {
		fields[i] = reflect.StructField{Name: "F" + strconv.Itoa(i), Type: reflect.TypeFor[int]()}
	}
	typ := reflect.StructOf(fields)
	b, err := wire.Append(nil, reflect.New(typ).Elem(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := wire.Decode(b, reflect.New(typ).Interface(), nil); err != nil {
		t.Error(err)
	}
	short := strings.Replace(string(b), `,"F39":0`, "", 1)
	if err := wire.Decode([]byte(short), reflect.New(typ).Interface(), nil); err == nil || err.Error() != "value.F39: want int, got nothing" {
		t.Error(err)
	}
}

func TestDecodeIntoNothingPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	wire.Decode([]byte("1"), 1, nil)
}
