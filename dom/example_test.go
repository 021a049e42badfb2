package dom_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/omg-go/omg/dom"
)

// A filter of an input: what is typed becomes upper case, and the caret stays.
//
//omg:browser
func Upcase(in dom.Element) (stop func()) {
	return in.On("input", func(dom.Event) {
		start, end := in.Selection()
		in.SetValue(strings.ToUpper(in.Value()))
		in.SetSelection(start, end)
	})
}

func ExampleTarget_On() {
	in := dom.Create("input")
	stop := Upcase(in)
	in.SetValue("abc")
	in.Dispatch(dom.NewEvent("input", dom.EventOptions{}))
	fmt.Println(in.Value())
	stop()
	in.SetValue("abc")
	in.Dispatch(dom.NewEvent("input", dom.EventOptions{}))
	fmt.Println(in.Value())
	// Output:
	// ABC
	// abc
}

func ExampleBuild() {
	p := dom.Build("p",
		dom.Prop("style.color", "red"),
		dom.Words("Click "),
		dom.Inside(dom.Build("a", dom.Prop("href", "#top"), dom.Words("here"))))
	fmt.Println(p.HTML())
	// Output: <p style="color: red;">Click <a href="#top">here</a></p>
}

func ExampleElement_Selection() {
	in := dom.Create("input")
	in.SetValue("héllo")
	in.SetSelection(1, 3)
	start, end := in.Selection()
	fmt.Println(in.Value()[start:end])
	// Output: é
}

func ExampleValue_Await() {
	answer := dom.NewPromise(func() (any, error) { return 42, nil })
	v, err := answer.Await(context.Background())
	fmt.Println(v.Int(), err)

	_, err = dom.NewPromise(func() (any, error) { return nil, errors.New("offline") }).Await(context.Background())
	fmt.Println(err)
	// Output:
	// 42 <nil>
	// dom: Error: offline
}

func ExampleFuncOf() {
	double := dom.FuncOf(func(_ dom.Value, args []dom.Value) any { return 2 * args[0].Int() })
	dom.Global().Set("double", double)
	fmt.Println(dom.Global().Call("double", 21))
	// Output: 42
}

func ExampleTry() {
	err := dom.Try(func() { dom.Find("p[") })
	fmt.Println(err)
	fmt.Println(err.(dom.Error).Name())
	// Output:
	// dom: SyntaxError: 'p[' is not a valid selector
	// SyntaxError
}

func ExampleOnRemove() {
	box := dom.Build("div", dom.Inside(dom.Create("b")))
	dom.Append(box)
	gone := make(chan bool)
	dom.OnRemove(box.First(), func() { close(gone) })
	box.Remove() // b goes with it
	<-gone
	fmt.Println("gone")
	// Output: gone
}

func ExampleAfter() {
	done := make(chan bool)
	stop := dom.After(time.Hour, func() { fmt.Println("never") })
	dom.After(time.Millisecond, func() { close(done) })
	stop()
	<-done
	fmt.Println("done")
	// Output: done
}

func ExampleRegisterHash() {
	dom.SetHash("#debug")
	stop := dom.RegisterHash("#debug", func() { fmt.Println("debugging") })
	defer stop()
	// Output: debugging
}

func ExampleStorage_Get() {
	s := dom.PerTab()
	if err := s.Set("draft", "Dear"); err != nil {
		fmt.Println("no room:", err)
	}
	draft, ok := s.Get("draft")
	fmt.Println(draft, ok)
	fmt.Println(s.GetOr("name", "nobody"))
	// Output:
	// Dear true
	// nobody
}
