package colour

import "go/token"

// Node is a function, or a set of functions that a call may reach.
type Node struct {
	// Name is what a person reads: main.Each, "any func(string)".
	Name string
	// Sync, when it is set, is where the source promises not to wait.
	Sync token.Pos

	waits   bool
	why     string
	whyPos  token.Pos
	via     *Node
	callers []edge
}

type edge struct {
	from *Node
	pos  token.Pos
}

// Graph holds the nodes of one program. The zero Graph is empty.
type Graph struct {
	nodes map[string]*Node
	order []*Node
}

// Node returns the node of key, and makes it with that name if it is new.
func (g *Graph) Node(key, name string) *Node {
	if n := g.nodes[key]; n != nil {
		return n
	}
	if g.nodes == nil {
		g.nodes = map[string]*Node{}
	}
	n := &Node{Name: name}
	g.nodes[key] = n
	g.order = append(g.order, n)
	return n
}

// Nodes returns every node, in the order in which they were made.
func (g *Graph) Nodes() []*Node { return g.order }

// Calls says that n may call m, at pos.
func (n *Node) Calls(m *Node, pos token.Pos) {
	if n != m {
		m.callers = append(m.callers, edge{n, pos})
	}
}

// Block says that n itself may wait, and for what. The first reason stays.
func (n *Node) Block(why string, pos token.Pos) {
	if !n.waits {
		n.waits, n.why, n.whyPos = true, why, pos
	}
}

// Waits reports whether n may wait.
func (n *Node) Waits() bool { return n != nil && n.waits }

// Solve spreads waiting from the nodes that block to all that call them.
func (g *Graph) Solve() {
	var work []*Node
	for _, n := range g.order {
		if n.waits {
			work = append(work, n)
		}
	}
	for len(work) > 0 {
		n := work[0]
		work = append(work[1:], n.spread()...)
	}
}

// spread colours the callers of n and returns those that are new.
func (n *Node) spread() []*Node {
	var fresh []*Node
	for _, e := range n.callers {
		if e.from.waits {
			continue
		}
		e.from.waits, e.from.via, e.from.whyPos = true, n, e.pos
		fresh = append(fresh, e.from)
	}
	return fresh
}

// Step is one link of the reason why a function waits.
type Step struct {
	Name string    // the function that waits
	What string    // what it does: "calls main.Fetch", "receives from a channel"
	Pos  token.Pos // where
}

// Chain returns the shortest reason why n waits, nil if it does not.
func (n *Node) Chain() []Step {
	var steps []Step
	for ; n != nil && n.waits; n = n.via {
		what := n.why
		if n.via != nil {
			what = "calls " + n.via.Name
		}
		steps = append(steps, Step{n.Name, what, n.whyPos})
	}
	return steps
}
