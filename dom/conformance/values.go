package conformance

import (
	"context"
	"errors"
	"math"
	"strconv"

	"github.com/omg-go/omg/dom"
)

//omg:browser
type (
	mood    string
	degrees float64
)

//omg:browser
func values() []Case {
	return []Case{
		{"conversions", func(_ context.Context, _ dom.Element) string {
			result := ""
			for _, x := range []any{nil, dom.Value{}, true, "", " 12 ", "0x1f", "é😀", 0, -1.5, 1e21, 1e-7, 123456789012.5, math.NaN(), math.Inf(-1), int64(7), uint8(8), float32(0.5),
				[]int{1, 2}, []string{"a", "b"}, map[string]any{}} {
				v := dom.Of(x)
				result += v.Type() + "," + v.String() + "," + num(v.Float()) + "," + strconv.Itoa(finite(v)) + "," + yes(v.Bool()) + "; "
			}
			return result
		}},
		{"objects and arrays", func(_ context.Context, _ dom.Element) string {
			o := dom.NewObject()
			o.Set("n", 3)
			o.Set("a.b", []any{1, "two", nil, []any{true}})
			list := o.Get("a.b")
			list.SetIndex(5, "x")
			o.Delete("n")
			return join(strconv.Itoa(list.Len()), list.Index(1).String(), yes(list.Index(2).IsNull()), list.Index(3).Index(0).String(),
				yes(list.Index(4).IsUndefined()), join(o.Keys()...), yes(o.Get("a.b") == list), yes(dom.Of(3) == dom.Of(3.0)), yes(dom.Of("é") == dom.Of("é")))
		}},
		{"functions", func(_ context.Context, _ dom.Element) string {
			add := dom.FuncOf(func(_ dom.Value, args []dom.Value) any { return args[0].Int() + args[1].Int() })
			o := dom.NewObject()
			o.Set("name", "ö")
			o.Set("who", dom.FuncOf(func(this dom.Value, args []dom.Value) any { return this.Get("name").String() + strconv.Itoa(len(args)) }))
			point := dom.FuncOf(func(this dom.Value, args []dom.Value) any { this.Set("x", args[0]); return nil })
			return join(add.Invoke(1, 2).String(), o.Call("who", 1, 2).String(), point.New(5).Get("x").String(), add.Type())
		}},
		{"arguments of any type", func(_ context.Context, _ dom.Element) string {
			texts := dom.FuncOf(func(_ dom.Value, args []dom.Value) any { return show(args) })
			var none map[string]any
			var list []string
			var f func()
			nested := map[string]any{"é": []any{1, "ü", nil, int64(1) << 40}}
			return join(
				texts.Invoke(map[string]any{"é": []any{degrees(1.5), mood("ü"), nil, []mood{"x"}}}, map[string]int{"k": 1 << 31}).String(),
				texts.Invoke(nested, none, list, f, []bool{true, false}, []byte("hi"), [][]float64{{1, 2.5}, {}}).String())
		}},
		{"lists of arguments", func(_ context.Context, _ dom.Element) string {
			args := []any{"ö", 2, []string{"z"}}
			texts := dom.FuncOf(func(_ dom.Value, args []dom.Value) any { return show(args) })
			o := dom.NewObject()
			o.Set("m", texts)
			call := o.Call
			class := func() dom.Value { return dom.Global().Get("Array") }
			return join(texts.Invoke(args...).String(), call("m", args...).String(), call("m").String(), show([]dom.Value{class().New("a", "é"), class().New(args...)}))
		}},
		{"elements as values", func(_ context.Context, at dom.Element) string {
			v := dom.Of(at)
			v.Set("textContent", "ü")
			v.Call("setAttribute", "title", "t")
			return join(at.Text(), at.Attr("title"), yes(v.Element() == at), yes(dom.Of(3).Element().Exists()), yes(dom.Of(dom.Element{}).IsNull()),
				yes(dom.Global().Get("document").Get("body").Element() == dom.Body()))
		}},
		{"any holds which type it is", func(_ context.Context, at dom.Element) string {
			kind := func(x any) string {
				switch x.(type) {
				case dom.Element:
					return "element"
				case dom.Value:
					return "value"
				case dom.Node:
					return "node"
				}
				return "other"
			}
			return join(kind(at), kind(at.Node), kind(dom.Of(at)), kind(at.Target))
		}},
		{"what the page throws", func(_ context.Context, _ dom.Element) string {
			err := dom.Try(func() { dom.Value{}.Get("x") })
			var e dom.Error
			none := dom.Try(func() {})
			selector := dom.Try(func() { dom.Find("[") })
			return join(yes(errors.As(err, &e)), e.Name(), yes(none == nil), selector.(dom.Error).Name())
		}},
		{"await", func(ctx context.Context, _ dom.Element) string {
			v, err := dom.NewPromise(func() (any, error) { return "ä", nil }).Await(ctx)
			_, bad := dom.NewPromise(func() (any, error) { return nil, errors.New("nö") }).Await(ctx)
			plain, _ := dom.Of(7).Await(ctx)
			ended, cancel := context.WithCancel(ctx)
			cancel()
			never := dom.Global().Get("Promise").New(dom.Of(func() {}))
			_, late := never.Await(ended)
			return join(v.String(), yes(err == nil), bad.Error(), plain.String(), late.Error())
		}},
		{"then", func(ctx context.Context, _ dom.Element) string {
			p := dom.NewPromise(func() (any, error) { return 1, nil })
			p = p.Call("then", dom.FuncOf(func(_ dom.Value, args []dom.Value) any { return args[0].Int() + 1 }))
			v, err := p.Await(ctx)
			return join(v.String(), yes(err == nil))
		}},
		{"numbers from text", func(_ context.Context, _ dom.Element) string {
			result := ""
			for _, s := range []string{"", " 1.5\n", "-2e3", "Infinity", ".5", "5.", "1 2", "x", "inf", "0x", "0b11", "1e", "+-1", "1_0"} {
				result += num(dom.ParseFloat(s)) + " "
			}
			return result
		}},
		{"lengths are the page's", func(_ context.Context, _ dom.Element) string {
			return strconv.Itoa(dom.Of("aé😀").Len())
		}},
	}
}

//omg:browser
func finite(v dom.Value) int {
	if f := v.Float(); math.Abs(f) > 1e15 {
		return -1
	}
	return v.Int()
}

// show is what is in a list, to any depth.
//
//omg:browser
func show(list []dom.Value) string {
	text := "["
	for _, v := range list {
		switch {
		case v.Type() != "object" || v.IsNull():
			text += v.String()
		case v.Get("length").IsUndefined():
			for _, name := range v.Keys() {
				text += "{" + name + show([]dom.Value{v.Get(name)}) + "}"
			}
		default:
			all := make([]dom.Value, v.Len())
			for i := range all {
				all[i] = v.Index(i)
			}
			text += show(all)
		}
		text += " "
	}
	return text + "]"
}
