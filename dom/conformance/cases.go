package conformance

import (
	"context"

	"github.com/omg-go/omg/dom"
)

// A Case is a piece of browser code whose result is the same everywhere.
//
//omg:browser
type Case struct {
	Name string
	Run  func(ctx context.Context, at dom.Element) string
}

// Cases are all cases, in order.
//
//omg:browser
func Cases() []Case {
	var all []Case
	all = append(all, tree()...)
	all = append(all, looks()...)
	all = append(all, events()...)
	all = append(all, forms()...)
	all = append(all, values()...)
	all = append(all, world()...)
	return all
}

// Run runs the i-th case in an element of its own at the end of the body, and
// returns its name and result. It returns "" beyond the last. A panic is a result.
//
//omg:browser
func Run(ctx context.Context, i int) (line string) {
	all := Cases()
	if i >= len(all) {
		return ""
	}
	at := dom.Create("div")
	dom.Append(at)
	defer at.Remove()
	return all[i].Name + ": " + run(ctx, all[i], at)
}

//omg:browser
func run(ctx context.Context, c Case, at dom.Element) (result string) {
	defer func() {
		if recover() != nil {
			result = "panic"
		}
	}()
	return c.Run(ctx, at)
}

// The helpers that put results into text.

//omg:browser
func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

//omg:browser
func join(parts ...string) string {
	all := ""
	for i, p := range parts {
		if i > 0 {
			all += " "
		}
		all += p
	}
	return all
}

// add makes an element at the end of another.
//
//omg:browser
func add(to dom.Element, tag string) dom.Element {
	e := dom.Create(tag)
	to.Append(e)
	return e
}
