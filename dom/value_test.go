package dom_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

// U6: any value, property, call, constructor; U13: typed access to properties.
func TestU6Values(t *testing.T) {
	domtest.New(t, "")
	o := dom.NewObject()
	o.Set("n", 3)
	o.Set("a.b", "dotted names are names")
	o.Set("list", []any{1, "two", true, nil, 2.5, []string{"x"}})
	equal(t, "int", o.Get("n").Int(), 3)
	equal(t, "dotted", o.Get("a.b").String(), "dotted names are names")
	equal(t, "undefined", o.Get("none").IsUndefined(), true)
	equal(t, "keys", strings.Join(o.Keys(), ","), "n,a.b,list")
	o.Delete("n")
	equal(t, "deleted", o.Get("n") == dom.Value{}, true)
	list := o.Get("list")
	equal(t, "length", list.Len(), 6)
	equal(t, "null", list.Index(3).IsNull(), true)
	equal(t, "float", list.Index(4).Float(), 2.5)
	equal(t, "nested", list.Index(5).Index(0).String(), "x")
	equal(t, "beyond", list.Index(6).IsUndefined(), true)
	list.SetIndex(6, 9)
	equal(t, "grown", list.Len(), 7)
	equal(t, "same object", o.Get("list") == list, true)
	equal(t, "text length", dom.Of("a😀").Len(), 3)
}

func TestU6Functions(t *testing.T) {
	domtest.New(t, "")
	add := dom.FuncOf(func(_ dom.Value, args []dom.Value) any { return args[0].Int() + args[1].Int() })
	equal(t, "invoke", add.Invoke(1, 2).Int(), 3)
	o := dom.NewObject()
	o.Set("name", "me")
	o.Set("who", dom.FuncOf(func(this dom.Value, _ []dom.Value) any { return this.Get("name") }))
	equal(t, "this", o.Call("who").String(), "me")
	point := dom.FuncOf(func(this dom.Value, args []dom.Value) any { this.Set("x", args[0]); return nil })
	equal(t, "new", point.New(5).Get("x").Int(), 5)
	event := dom.Global().Get("CustomEvent").New("e", map[string]any{"detail": 4})
	equal(t, "built in", event.Get("detail").Int(), 4)
	called := 0
	dom.Of(func() { called++ }).Invoke()
	equal(t, "called", called, 1)
}

func TestU6ElementsAreValues(t *testing.T) {
	page := domtest.New(t, `<p>x</p>`)
	p := dom.Of(page.Find("p"))
	equal(t, "property", p.Get("textContent").String(), "x")
	p.Call("setAttribute", "id", "i")
	equal(t, "back", p.Element(), dom.ByID("i"))
	equal(t, "same", dom.Global().Get("document").Call("getElementById", "i") == p, true)
	equal(t, "none", dom.Of(3).Element().Exists() || dom.Null().Element().Exists(), false)
	equal(t, "null element", dom.Of(dom.Element{}).IsNull(), true)
	n := 0
	p.Target().On("click", func(dom.Event) { n++ })
	p.Call("click")
	equal(t, "clicked", n, 1)
}

func TestConversions(t *testing.T) {
	domtest.New(t, "")
	for _, test := range []struct {
		of     any
		kind   string
		text   string
		number float64
		truth  bool
	}{
		{nil, "object", "null", 0, false},
		{dom.Value{}, "undefined", "undefined", math.NaN(), false},
		{true, "boolean", "true", 1, true},
		{"", "string", "", 0, false},
		{" 12 ", "string", " 12 ", 12, true},
		{"0x1f", "string", "0x1f", 31, true},
		{"1_0", "string", "1_0", math.NaN(), true},
		{0, "number", "0", 0, false},
		{int64(7), "number", "7", 7, true},
		{math.NaN(), "number", "NaN", math.NaN(), false},
		{math.Inf(-1), "number", "-Infinity", math.Inf(-1), true},
		{1e21, "number", "1e+21", 1e21, true},
		{1e20, "number", "100000000000000000000", 1e20, true},
		{1.5e-7, "number", "1.5e-7", 1.5e-7, true},
		{[]int{1, 2}, "object", "1,2", math.NaN(), true},
		{map[string]any{}, "object", "[object Object]", math.NaN(), true},
	} {
		v := dom.Of(test.of)
		equal(t, v.String()+" type", v.Type(), test.kind)
		equal(t, v.String()+" text", v.String(), test.text)
		if f := v.Float(); f != test.number && !(math.IsNaN(f) && math.IsNaN(test.number)) {
			t.Errorf("%v: number %v", test.of, f)
		}
		equal(t, v.String()+" truth", v.Bool(), test.truth)
	}
	equal(t, "trunc", dom.Of(-2.7).Int(), -2)
	equal(t, "NaN", dom.Of("x").Int(), 0)
	panics(t, func() { dom.Of(struct{}{}) })
}

// U5: js-parse-float.
func TestU5ParseFloat(t *testing.T) {
	domtest.New(t, "")
	for s, want := range map[string]float64{"": 0, " 1.5\n": 1.5, "-2e3": -2000, "Infinity": math.Inf(1), ".5": .5, "5.": 5} {
		equal(t, s, dom.ParseFloat(s), want)
	}
	for _, s := range []string{"1 2", "x", "inf", "0x", "1e", "nan", "+-1"} {
		if f := dom.ParseFloat(s); !math.IsNaN(f) {
			t.Errorf("%q: %v", s, f)
		}
	}
}

func TestTryTurnsThrowsIntoErrors(t *testing.T) {
	domtest.New(t, "")
	var e dom.Error
	err := dom.Try(func() { dom.Value{}.Get("x") })
	if !errors.As(err, &e) || e.Name() != "TypeError" {
		t.Error(err)
	}
	if err := dom.Try(func() {}); err != nil {
		t.Error(err)
	}
	equal(t, "a name of something else", dom.Error{Value: dom.Of("text")}.Name(), "")
	panics(t, func() { _ = dom.Try(func() { panic("Go's own") }) })
}

// U13: promises awaited from Go.
func TestU13Await(t *testing.T) {
	domtest.New(t, "")
	later := dom.NewPromise(func() (any, error) { return 7, nil })
	v, err := later.Await(t.Context())
	if err != nil || v.Int() != 7 {
		t.Error(v, err)
	}
	chained := later.Call("then", dom.FuncOf(func(_ dom.Value, args []dom.Value) any { return args[0].Int() + 1 }))
	if v, err = chained.Await(t.Context()); err != nil || v.Int() != 8 {
		t.Error(v, err)
	}
	_, err = dom.NewPromise(func() (any, error) { return nil, errors.New("no") }).Await(t.Context())
	var e dom.Error
	if !errors.As(err, &e) || e.Error() != "dom: Error: no" {
		t.Error(err)
	}
	if v, err := dom.Of("no promise").Await(t.Context()); err != nil || v.String() != "no promise" {
		t.Error(v, err)
	}
}

func TestU13AwaitEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		domtest.New(t, "")
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		never := dom.Global().Get("Promise").New(dom.Of(func() {}))
		_, err := never.Await(ctx)
		equal(t, "error", err, context.DeadlineExceeded)
	})
}

// A fake of a foreign library is made with the same means that use it.
func TestU6ForeignLibrary(t *testing.T) {
	page := domtest.New(t, `<div></div>`)
	page.Script("https://maps.example/api.js", func() error {
		dom.Global().Set("Maps", map[string]any{"Map": dom.FuncOf(func(this dom.Value, args []dom.Value) any {
			args[0].Element().SetText("map at " + args[1].Get("city").String())
			return nil
		})})
		return nil
	})
	if err := dom.LoadScript(t.Context(), "https://maps.example/api.js"); err != nil {
		t.Fatal(err)
	}
	dom.Global().Get("Maps").Get("Map").New(page.Find("div"), map[string]any{"city": "Bern"})
	equal(t, "HTML", page.HTML(), "<div>map at Bern</div>")
}
