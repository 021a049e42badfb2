package colour_test

import (
	"testing"

	"github.com/omg-go/omg/gojs/colour"
)

func TestWaitingSpreadsToCallers(t *testing.T) {
	var g colour.Graph
	main, each, fetch, pure := g.Node("m", "main"), g.Node("e", "each"), g.Node("f", "fetch"), g.Node("p", "pure")
	main.Calls(each, 1)
	each.Calls(fetch, 2)
	each.Calls(each, 3)
	main.Calls(pure, 4)
	fetch.Block("calls the backend", 5)
	g.Solve()
	for n, want := range map[*colour.Node]bool{main: true, each: true, fetch: true, pure: false} {
		if n.Waits() != want {
			t.Errorf("%s waits: %v, want %v", n.Name, n.Waits(), want)
		}
	}
}

func TestChainIsTheShortestReason(t *testing.T) {
	var g colour.Graph
	a, b, c := g.Node("a", "a"), g.Node("b", "b"), g.Node("c", "c")
	a.Calls(b, 10)
	b.Calls(c, 20)
	a.Calls(c, 30)
	c.Block("sleeps", 40)
	g.Solve()
	steps := a.Chain()
	if len(steps) != 2 || steps[0].What != "calls c" || steps[0].Pos != 30 || steps[1].What != "sleeps" {
		t.Errorf("got %v", steps)
	}
	if g.Node("x", "x").Chain() != nil {
		t.Error("a function that does not wait has a reason")
	}
}

func TestNilNodeDoesNotWait(t *testing.T) {
	var n *colour.Node
	if n.Waits() {
		t.Error("nil waits")
	}
}
