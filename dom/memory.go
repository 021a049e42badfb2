package dom

import "github.com/omg-go/omg/dom/internal/page"

// The helpers of the Go bodies, which run on a page in memory and are never
// compiled to JavaScript.

// global is the global object of the page; it panics on a server.
func global() page.Object { return page.Current().Global() }

// text, number, truth and object read what the page in memory answers.
func text(v any) string {
	s, _ := v.(string)
	return s
}

func number(v any) float64 {
	f, _ := v.(float64)
	return f
}

func truth(v any) bool { return page.Current().Truth(v) }

func object(v any) page.Object {
	o, _ := v.(page.Object)
	return o
}

func target(v any) Target   { return Target{object(v)} }
func node(v any) Node       { return Node{target(v)} }
func element(v any) Element { return Element{node(v)} }

// elements turns an array of the page into a slice.
func elements(v any) []Element {
	list := object(v)
	all := make([]Element, int(number(list.Get("length"))))
	for i := range all {
		all[i] = element(list.Get(itoa(i)))
	}
	return all
}

func texts(v any) []string {
	list := object(v)
	all := make([]string, int(number(list.Get("length"))))
	for i := range all {
		all[i] = text(list.Get(itoa(i)))
	}
	return all
}

// function makes a function of the page from one without arguments.
func function(f func()) page.Object {
	return page.Current().NewFunction(func(any, []any) any { f(); return nil })
}

// fields makes an object of the page.
func fields(pairs ...any) page.Object {
	o := page.Current().NewObject()
	for i := 0; i < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// construct calls a constructor of the page.
func construct(class string, args ...any) page.Object {
	return object(object(global().Get(class)).New(args...))
}
