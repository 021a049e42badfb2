package widgettest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A mount is a widget in the page: the nodes that the server knows, in order.
type mount struct {
	root  *html.Node
	nodes []*html.Node
}

const shut = " textarea noscript template iframe xmp noembed noframes "

// isShut reports whether the content of n is no node to the server.
func isShut(n *html.Node) bool {
	_, raw := attribute(n, "w-raw")
	return raw || strings.Contains(shut, " "+n.Data+" ")
}

// load makes the page of a GET.
func (p *Page) load(drawn []byte) {
	for _, n := range p.parse(string(drawn), p.body) {
		p.body.AppendChild(n)
	}
	for n := range p.body.Descendants() {
		for name := range strings.FieldsSeq(get(n, "w-on")) {
			p.hear(name)
		}
	}
}

func (p *Page) hear(spec string) {
	name, _, _ := strings.Cut(spec, ":")
	p.heard[strings.TrimSuffix(name, "~")] = true
}

// parse parses drawn HTML as an inert template does, makes its widgets known and
// puts those in place that the page has.
func (p *Page) parse(text string, parent *html.Node) []*html.Node {
	context := &html.Node{Type: html.ElementNode, Data: "template", DataAtom: atom.Template}
	if parent.Namespace != "" && parent.Data != "foreignObject" {
		text = "<" + parent.Namespace + ">" + text + "</" + parent.Namespace + ">"
	}
	nodes, err := html.ParseFragment(strings.NewReader(text), context)
	if err != nil {
		panic(err)
	}
	if parent.Namespace != "" && parent.Data != "foreignObject" {
		nodes = unwrap(nodes[0])
	}
	holder := &html.Node{Type: html.ElementNode, Data: "template"}
	for _, n := range nodes {
		holder.AppendChild(n)
	}
	p.register(holder)
	return unwrap(holder)
}

func unwrap(parent *html.Node) (nodes []*html.Node) {
	for c := parent.FirstChild; c != nil; c = parent.FirstChild {
		parent.RemoveChild(c)
		nodes = append(nodes, c)
	}
	return nodes
}

func (p *Page) register(in *html.Node) {
	var roots []*mount
	for _, n := range slices.Collect(in.Descendants()) {
		w, ok := attribute(n, "w")
		if n.Type != html.ElementNode || !ok {
			continue
		}
		id := idOf(w)
		switch m := p.mounts[id]; {
		case n.Data != "template":
			p.mounts[id] = &mount{root: n}
			roots = append(roots, p.mounts[id])
		case m != nil:
			detach(m.root)
			n.Parent.InsertBefore(m.root, n)
			detach(n)
		}
	}
	for _, m := range roots { // before another widget takes some of them
		p.nodesOf(m)
	}
}

func idOf(w string) int {
	id, _ := strconv.Atoi(strings.SplitN(w, ".", 2)[0])
	return id
}

func detach(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// nodesOf lists the nodes of a widget that the server made.
func (p *Page) nodesOf(m *mount) []*html.Node {
	if m.nodes == nil {
		m.nodes = []*html.Node{m.root}
		if !isShut(m.root) {
			m.nodes = p.inside(m.nodes, m.root)
		}
	}
	return m.nodes
}

func (p *Page) list(nodes []*html.Node, n *html.Node) []*html.Node {
	nodes = append(nodes, n)
	if _, child := attribute(n, "w"); n.Type == html.ElementNode && !child && !isShut(n) {
		nodes = p.inside(nodes, n)
	}
	return nodes
}

func (p *Page) inside(nodes []*html.Node, n *html.Node) []*html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.CommentNode && !p.foreign[c] {
			nodes = p.list(nodes, c)
		}
	}
	return nodes
}

// patch applies a message.
func (p *Page) patch(msg string) {
	var list []any
	if err := json.Unmarshal([]byte(msg), &list); err != nil {
		p.t.Fatalf("patch %s: %v", msg, err)
	}
	defer func() {
		if r := recover(); r != nil {
			p.t.Fatalf("patch %.300s: %v", msg, r)
		}
	}()
	op := &patch{page: p, list: list[2:], id: int(list[1].(float64))}
	if op.mount = p.mounts[op.id]; op.mount != nil {
		op.nodes = p.nodesOf(op.mount)
	}
	for len(op.list) > 0 {
		op.step()
	}
	if op.mount != nil && p.mounts[op.id] == op.mount && len(op.edits) > 0 {
		op.mount.nodes = op.edited()
	}
}

// A patch is a message that is being applied.
type patch struct {
	page  *Page
	id    int
	mount *mount
	nodes []*html.Node
	list  []any
	made  []*html.Node
	edits []nodeEdit
}

type nodeEdit struct {
	pos, size int
	come      []*html.Node
}

func (o *patch) next() any {
	x := o.list[0]
	o.list = o.list[1:]
	return x
}

func (o *patch) int() int     { return int(o.next().(float64)) }
func (o *patch) text() string { return o.next().(string) }

func (o *patch) at(n int) *html.Node {
	switch {
	case n < 0:
		return o.made[-1-n]
	case n == 0:
		return nil
	}
	return o.nodes[n]
}

func (o *patch) step() {
	switch code := o.text(); code {
	case "e":
		o.page.hear(o.text())
	case "w":
		o.place(o.text(), o.text())
	case "q":
		if m := o.page.mounts[o.int()]; m != nil {
			detach(m.root)
		}
	case "f":
		o.int()
		o.int()
	case "i", "k", "m", "r", "o":
		o.structure(code, o.int())
	default:
		o.change(code, o.nodes[o.int()])
	}
}

// change applies what leaves the nodes where they are.
func (o *patch) change(code string, e *html.Node) {
	switch code {
	case "t":
		if e.Type != html.TextNode {
			panic("text of no text")
		}
		e.Data = o.text()
	case "a":
		set(e, o.text(), o.text())
	case "d":
		unset(e, o.text())
	case "c":
		set(e, "class", strings.TrimSpace(get(e, "class")+" "+o.text()))
	case "x":
		name := o.text()
		set(e, "class", strings.Join(slices.DeleteFunc(strings.Fields(get(e, "class")), func(c string) bool { return c == name }), " "))
	case "y":
		setStyle(e, o.text(), o.text())
	case "v":
		value := o.text()
		if o.int() >= o.page.edits[e] {
			setField(e, value)
		}
	case "p":
		name, on := o.text(), o.int() == 1
		if o.int() >= o.page.edits[e] {
			unset(e, name)
			if on {
				set(e, name, "")
			}
		}
	case "h":
		unwrap(e)
		for _, n := range o.page.parse(o.text(), e) {
			e.AppendChild(n)
		}
	default:
		panic(fmt.Sprintf("operation %q", code))
	}
}

func setField(e *html.Node, value string) {
	if e.Data != "textarea" {
		set(e, "value", value)
		return
	}
	unwrap(e)
	e.AppendChild(&html.Node{Type: html.TextNode, Data: value})
}

// structure applies what brings, moves or takes nodes.
func (o *patch) structure(code string, n int) {
	e := o.nodes[n]
	switch code {
	case "i", "k":
		before, pos := o.at(o.int()), o.int()
		come := o.page.parse(o.text(), e)
		if code == "k" {
			come = o.copies(come, o.int(), o.int(), o.next().([]any), o.next().([]any))
		}
		for _, c := range come {
			e.InsertBefore(c, before)
		}
		o.made = append(o.made, come[0])
		if pos > 0 {
			o.edits = append(o.edits, nodeEdit{pos, 0, come})
		}
	case "m":
		before, pos, at, size := o.at(o.int()), o.int(), o.int(), o.int()
		if o.nodes[at].Parent != e {
			panic("move of what is not there")
		}
		detach(o.nodes[at])
		e.InsertBefore(o.nodes[at], before)
		if pos > 0 {
			o.edits = append(o.edits, nodeEdit{at, size, nil}, nodeEdit{pos, 0, []*html.Node{o.nodes[at]}})
		}
	case "r":
		at, size := o.int(), o.int()
		for _, c := range o.nodes[at : at+size] {
			if c.Parent == e {
				e.RemoveChild(c)
			}
		}
		o.edits = append(o.edits, nodeEdit{at, size, nil})
	case "o":
		o.replace(e, n, o.int(), o.text())
	}
}

// copies returns the item and the copies of it, count in all, that have values in
// its spots. Each has so many handlers, which count on from one to the next.
func (o *patch) copies(item []*html.Node, count, handlers int, spots, values []any) []*html.Node {
	if len(item) != 1 || len(values) != (count-1)*len(spots) {
		panic("copies of more than one item, or with more than their values")
	}
	come := item
	for ; len(come) < count; values = values[len(spots):] {
		c := clone(item[0])
		parts := o.page.list(nil, c)
		for i, s := range spots {
			spot, value := s.([]any), values[i].(string)
			part := parts[int(spot[0].(float64))]
			if len(spot) > 1 {
				set(part, spot[1].(string), value)
			} else if part.Data = value; part.Type != html.TextNode || value == "" {
				panic("text of no text")
			}
		}
		come = append(come, c)
	}
	for i, c := range come {
		unset(c, "w-copy")
		shift(c, i*handlers)
		for part := range c.Descendants() {
			shift(part, i*handlers)
		}
	}
	return come
}

// shift adds n to the ids of handlers that count from those of another item.
func shift(e *html.Node, n int) {
	for i, a := range e.Attr {
		if !strings.HasPrefix(a.Key, "w-") || !strings.HasPrefix(a.Val, "+") {
			continue
		}
		id, rest, _ := strings.Cut(a.Val[1:], " ")
		first, err := strconv.Atoi(id)
		if err != nil {
			panic("handler without an id: " + a.Val)
		}
		e.Attr[i].Val = strings.TrimSuffix(fmt.Sprint(first+n, " ", rest), " ")
	}
}

func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for k := range n.ChildNodes() {
		c.AppendChild(clone(k))
	}
	return c
}

func (o *patch) replace(e *html.Node, n, size int, text string) {
	parent := e.Parent
	come := o.page.parse(text, parent)[0]
	parent.InsertBefore(come, e)
	parent.RemoveChild(e)
	if n == 0 {
		for _, m := range o.page.mounts {
			if i := slices.Index(m.nodes, e); i >= 0 && m != o.mount {
				m.nodes[i] = come
			}
		}
		return
	}
	o.nodes[n] = come
	o.made = append(o.made, come)
	o.edits = append(o.edits, nodeEdit{n, size, []*html.Node{come}})
}

// place puts a widget into an element that is found by its selector, or nowhere.
func (o *patch) place(selector, text string) {
	at := o.page.find(selector)
	if selector == "body" {
		at = o.page.body
	}
	if m := o.page.mounts[o.id]; m != nil {
		at = m.root.Parent
		detach(m.root)
	}
	if at == nil {
		return
	}
	for _, n := range o.page.parse(text, at) {
		o.page.foreign[n] = true
		at.AppendChild(n)
	}
}

// edited is the list of nodes with the edits made; see edited in patch.js.
func (o *patch) edited() (nodes []*html.Node) {
	slices.Reverse(o.edits)
	slices.SortStableFunc(o.edits, func(a, b nodeEdit) int {
		if a.pos != b.pos {
			return a.pos - b.pos
		}
		return a.size - b.size
	})
	at := 0
	for _, e := range o.edits {
		if e.pos < at {
			continue
		}
		nodes = append(nodes, o.nodes[at:e.pos]...)
		for _, n := range e.come {
			nodes = o.page.list(nodes, n)
		}
		at = e.pos + e.size
	}
	return append(nodes, o.nodes[at:]...)
}
