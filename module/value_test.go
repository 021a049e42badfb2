package module

import (
	"math"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
)

type shelf struct {
	Name  string `json:"__proto__"`
	Books []book
	Back  int `json:"-"`
	small int
}

type book struct {
	ID   int64
	Raw  []byte
	When time.Time
}

func TestLiterals(t *testing.T) {
	at := time.UnixMilli(1700000000000)
	tests := []struct {
		v    any
		want string
	}{
		{true, "true"},
		{-7, "-7"},
		{uint8(7), "7"},
		{int64(math.MinInt64), "-9223372036854775808n"},
		{uint64(math.MaxUint64), "18446744073709551615n"},
		{math.NaN(), "NaN"},
		{math.Inf(-1), "-Infinity"},
		{math.Inf(1), "Infinity"},
		{math.Copysign(0, -1), "-0"},
		{1e300, "1e+300"},
		{"a\"\n</script>\u2028é\xff", `"a\"\n</script>\u2028é\ufffd"`},
		{[]int(nil), "null"},
		{[]int{}, "[]"},
		{[2]bool{true}, "[true,false]"},
		{[]byte("hi"), "Uint8Array.from([104,105])"},
		{map[string]int{"b": 1, "a": 2}, `new Map([["a",2],["b",1]])`},
		{map[int]string(nil), "null"},
		{shelf{Name: "x", Books: []book{{1, nil, at}}}, `{["__proto__"]:"x",["Books"]:[{["ID"]:1n,["Raw"]:null,["When"]:new Date(1700000000000)}]}`},
	}
	script := ""
	for _, tt := range tests {
		got, err := appendLiteral(nil, reflect.ValueOf(tt.v))
		if err != nil || string(got) != tt.want {
			t.Errorf("%#v: %s, %v; want %s", tt.v, got, err, tt.want)
		}
		script += "void (" + string(got) + ");\n"
	}
	if out, err := exec.Command("node", "-e", script).CombinedOutput(); err != nil {
		t.Errorf("no JavaScript: %v\n%s", err, out)
	}
	for _, v := range []any{1 << 53, -1 << 53, uint(1 << 60), []any{func() {}}[0], struct{ P *int }{}, map[string]int{"big": 1 << 60}} {
		if got, err := appendLiteral(nil, reflect.ValueOf(v)); err == nil {
			t.Errorf("%T: %s", v, got)
		}
	}
}

// greeted is a unit of two functions that share a variable, which one of them changes.
func greeted(greeting any) Unit {
	return Unit{Symbols: []Symbol{
		{Name: "app$Greeting", JS: "let app$Greeting = $value$;\n", Order: "5", Var: greeting},
		{Name: "app$Read", JS: "function app$Read() { return app$Greeting; }\n", Deps: []string{"app$Greeting"}, Order: "2"},
		{Name: "app$Write", JS: "function app$Write(s) { app$Greeting = s; }\n", Deps: []string{"app$Greeting"}, Order: "2"},
		{Name: "app$Other", JS: "function app$Other() {}\n", Order: "2"},
	}, Functions: []Compiled{{Name: "app.Read", Symbol: "app$Read"}, {Name: "app.Write", Symbol: "app$Write"}, {Name: "app.Other", Symbol: "app$Other"}}}
}

func liveOf(t *testing.T, assets []*Asset) *Asset {
	t.Helper()
	for _, a := range assets {
		if a.Live() {
			return a
		}
	}
	t.Fatal("no live module")
	return nil
}

func javaScript(t *testing.T, a *Asset) string {
	t.Helper()
	js, err := a.JavaScript()
	if err != nil {
		t.Fatal(err)
	}
	return js
}

// A value that changed is served under the same address, and no other address
// changes: a page that fetches more code has the variable once.
func TestValuesAreReadWhenFetched(t *testing.T) {
	greeting := "as declared"
	assets, functions := assemble([]Unit{greeted(&greeting)}, 0)
	a := liveOf(t, assets)
	var paths []string
	for _, f := range functions {
		paths = append(paths, f.Asset.Path())
	}
	if js := javaScript(t, a); js != `export const A="as declared";` {
		t.Error(js)
	}
	path := a.Path()
	Update(func() { greeting = "changed" })
	if js := javaScript(t, a); js != `export const A="changed";` {
		t.Error(js)
	}
	if a.Path() != path {
		t.Error("the address changed")
	}
	_, again := assemble([]Unit{greeted(&greeting)}, 0)
	for i, f := range again {
		if f.Asset.Path() != paths[i] {
			t.Errorf("the address of %s depends on a value", f.Name)
		}
	}
	for _, f := range functions {
		if has := strings.Contains(closureText(f.Asset, map[*Asset]bool{}), "let app$Greeting"); has != (f.Name != "app.Other") {
			t.Errorf("%s has the variable: %v", f.Name, has)
		}
	}
}

func TestAddressCoversTypes(t *testing.T) {
	text, number := "", 0
	one, _ := assemble([]Unit{greeted(&text)}, 0)
	two, _ := assemble([]Unit{greeted(&number)}, 0)
	if liveOf(t, one).Path() == liveOf(t, two).Path() {
		t.Error("variables of different types have one address")
	}
}

func TestCompute(t *testing.T) {
	visitors, asked := 7, 0
	Compute(&visitors, func() int { asked++; return asked })
	assets, _ := assemble([]Unit{greeted(&visitors)}, 0)
	a := liveOf(t, assets)
	if one, two := javaScript(t, a), javaScript(t, a); one != "export const A=1;" || two != "export const A=2;" || visitors != 7 {
		t.Error(one, two, visitors)
	}
	defer func() {
		if recover() == nil {
			t.Error("computed twice")
		}
	}()
	Compute(&visitors, func() int { return 0 })
}

func TestAValueThatCannotBeIsAnError(t *testing.T) {
	big, none := 1<<60, 0
	Compute(&none, func() int { panic("no database") })
	for want, v := range map[string]*int{"app$Greeting: an int beyond 53 bits": &big, "no database": &none} {
		assets, _ := assemble([]Unit{greeted(v)}, 0)
		if _, err := liveOf(t, assets).JavaScript(); err == nil || !strings.Contains(err.Error(), want) {
			t.Error(err)
		}
	}
	Update(func() {}) // the lock is free
}

// Run with -race.
func TestUpdatesDoNotRaceWithPages(t *testing.T) {
	greeting := map[string]int{}
	assets, _ := assemble([]Unit{greeted(&greeting)}, 0)
	a := liveOf(t, assets)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i := range 100 {
				Update(func() { greeting["n"] = i })
				View(func() { _ = greeting["n"] })
				javaScript(t, a)
			}
		})
	}
	wait.Wait()
}
