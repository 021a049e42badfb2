package wire_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"github.com/omg-go/omg/internal/wire"
)

func TestDescribe(t *testing.T) {
	const here = "github.com/omg-go/omg/internal/wire_test."
	for _, row := range []struct {
		typ  reflect.Type
		want string
	}{
		{reflect.TypeFor[int](), "int"},
		{reflect.TypeFor[[]byte](), "[]uint8"},
		{reflect.TypeFor[map[string][2]*bool](), "map[string][2]*bool"},
		{reflect.TypeFor[Level](), here + "Level=int"},
		{reflect.TypeFor[time.Duration](), "time.Duration=int64"},
		{reflect.TypeFor[*time.Time](), "*time.Time=time"},
		{reflect.TypeFor[any](), "any"},
		{reflect.TypeFor[error](), "interface{Error}"},
		{reflect.TypeFor[func(int, ...string) error](), "func(int,...[]string)(interface{Error})"},
		{reflect.TypeFor[Line](), here + "Line={Key string,n int}"},
		{reflect.TypeFor[Node](), here + "Node={Name string,Next *" + here + "Node}"},
		{reflect.TypeFor[Thing](), here + "Thing=reference"},
		{reflect.TypeFor[opaque](), here + "opaque=text"},
		{reflect.TypeFor[Outer](), here + "Outer={Inner " + here + "Inner={A int},B int}"},
	} {
		if got := wire.Describe(row.typ); got != row.want {
			t.Errorf("%v: %s\nwant %s", row.typ, got, row.want)
		}
	}
}

func TestSignatureTellsApart(t *testing.T) {
	seen := map[uint64]string{}
	for _, types := range [][]reflect.Type{
		{}, {reflect.TypeFor[int]()}, {reflect.TypeFor[int](), reflect.TypeFor[string]()}, {reflect.TypeFor[string](), reflect.TypeFor[int]()},
		{reflect.TypeFor[struct{ From, To int }]()}, {reflect.TypeFor[struct{ To, From int }]()}, {reflect.TypeFor[struct{ From, To int32 }]()},
		{reflect.TypeFor[[]struct{ A Line }]()}, {reflect.TypeFor[[]struct{ A Order }]()}, {reflect.TypeFor[context.Context]()},
	} {
		sum, text := wire.Signature(types...), wire.Describe(types...)
		if other, ok := seen[sum]; ok {
			t.Errorf("%s has the signature of %s", text, other)
		}
		seen[sum] = text
	}
	if wire.Signature(reflect.TypeFor[Node]()) != wire.Signature(reflect.TypeFor[Node]()) {
		t.Error("not stable")
	}
}
