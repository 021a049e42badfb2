package widget

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// read scans what was drawn. HTML that is not well formed is an error in
// development; in production it is put right, at a cost.
func (d *drawing) read(drawn []byte) error {
	o := &d.outline
	err := o.scan(drawn)
	if errors.Is(err, errSurprise) && !o.strict {
		return d.reread(drawn, err)
	}
	switch {
	case err != nil:
		return err
	case len(o.nodes) == 0:
		return errRoots
	case o.strict:
		if err := o.uniqueKeys(); err != nil {
			return err
		}
		if d.items, err = o.verifyMemos(d.m.items); err != nil {
			return err
		}
		return o.verify()
	}
	return nil
}

// reread scans what a parser makes of HTML that the scanner did not read.
func (d *drawing) reread(drawn []byte, why error) error {
	o := &d.outline
	for i := range o.kids {
		o.kids[i].seen = false
	}
	var out bytes.Buffer
	nodes, err := parse(drawn)
	if err != nil {
		return why
	}
	for _, n := range nodes {
		if err := html.Render(&out, n); err != nil {
			return why
		}
	}
	if err := o.scan(out.Bytes()); err != nil {
		return err
	}
	if len(o.nodes) == 0 {
		return errRoots
	}
	return nil
}

// parse parses the HTML of a widget as a browser does where it stands.
func parse(h []byte) ([]*html.Node, error) {
	context := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	if a := parentOf(rootName(h)); a != 0 {
		context = &html.Node{Type: html.ElementNode, Data: a.String(), DataAtom: a}
	}
	return html.ParseFragment(bytes.NewReader(h), context)
}

// rootName returns the name of the first element.
func rootName(h []byte) string {
	z := html.NewTokenizer(bytes.NewReader(h))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			return string(name)
		}
	}
}

// parentOf returns an element in which one of that name may stand, if a div is
// none.
func parentOf(name string) atom.Atom {
	switch name {
	case "tr":
		return atom.Tbody
	case "td", "th":
		return atom.Tr
	case "tbody", "thead", "tfoot", "caption", "colgroup":
		return atom.Table
	case "col":
		return atom.Colgroup
	case "option", "optgroup":
		return atom.Select
	}
	return 0
}

// verify parses the HTML once more and compares: where a parser makes something
// else of it than what it says, the page would not have the nodes that patches
// name.
func (o *outline) verify() error {
	nodes, err := parse(o.html)
	if err != nil {
		return err
	}
	if svgPart(o.nodes[0].tag.name()) {
		return nil // cannot be parsed alone; it is checked where it stands
	}
	v := verifier{o: o}
	for _, n := range nodes {
		if n.Type == html.ElementNode {
			v.node(n)
		}
	}
	if v.wrong == "" && v.at != len(o.nodes) {
		v.wrong = v.describe(v.at)
	}
	if v.wrong != "" {
		return fmt.Errorf("HTML that a browser would rearrange: %s", v.wrong)
	}
	return nil
}

func svgPart(name string) bool {
	switch name {
	case "g", "path", "circle", "rect", "line", "text", "ellipse", "polygon", "polyline", "defs", "use", "tspan", "marker",
		"linearGradient", "radialGradient", "clipPath", "mask", "pattern", "symbol", "filter", "foreignObject", "animate":
		return true
	}
	return false
}

// A verifier walks a parsed tree beside an outline.
type verifier struct {
	o     *outline
	at    int
	wrong string
}

func (v *verifier) node(n *html.Node) {
	if v.wrong != "" {
		return
	}
	kind, ok := kindOf(n)
	if !ok {
		return
	}
	if v.at >= len(v.o.nodes) {
		v.wrong = "more than was drawn, <" + n.Data + ">"
		return
	}
	want := &v.o.nodes[v.at]
	if want.kind != kind || kind == kindElement && !strings.EqualFold(want.tag.name(), n.Data) {
		v.wrong = v.describe(v.at) + " becomes " + describe(n)
		return
	}
	end := v.at + int(want.size)
	v.at++
	if want.flags&flagClosed == 0 {
		v.content(n)
	}
	if v.wrong == "" && v.at != end {
		v.wrong = v.describe(v.at) + " leaves its place"
	}
}

// content goes through the nodes within n. Texts between which only comments stand
// are one: the page does not get the comments.
func (v *verifier) content(n *html.Node) {
	text := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		kind, ok := kindOf(c)
		if !ok || text && kind == kindText {
			continue
		}
		text = kind == kindText
		v.node(c)
	}
}

func kindOf(n *html.Node) (nodeKind, bool) {
	switch {
	case n.Type == html.TextNode:
		return kindText, true
	case n.Type == html.ElementNode:
		return kindElement, true
	case n.Type == html.CommentNode && len(n.Data) > 2 && n.Data[0] == 'w' && n.Data[1] == markerChild:
		return kindChild, true
	}
	return 0, false
}

func describe(n *html.Node) string {
	if n.Type == html.ElementNode {
		return "<" + n.Data + ">"
	}
	return fmt.Sprintf("%.20q", n.Data)
}

func (v *verifier) describe(i int) string {
	if i >= len(v.o.nodes) {
		return "the end"
	}
	n := &v.o.nodes[i]
	return fmt.Sprintf("%.40q at byte %d", v.o.html[n.start:n.end], n.start)
}

// uniqueKeys looks for siblings with one key.
func (o *outline) uniqueKeys() error {
	type place struct {
		parent int
		key    uint64
	}
	seen := map[place]int{}
	var parents []int
	for i := range o.nodes {
		n := &o.nodes[i]
		for len(parents) > 0 && i >= parents[len(parents)-1]+int(o.nodes[parents[len(parents)-1]].size) {
			parents = parents[:len(parents)-1]
		}
		if n.key != 0 && len(parents) > 0 {
			at := place{parents[len(parents)-1], n.key}
			if first, twice := seen[at]; twice {
				return fmt.Errorf("two siblings with one key: %.60q and %.60q", o.html[o.nodes[first].start:o.nodes[first].end], o.html[n.start:n.end])
			}
			seen[at] = i
		}
		if n.size > 1 {
			parents = append(parents, i)
		}
	}
	return nil
}

// balanced makes of raw HTML what a parser makes of it, so that it cannot end the
// element that it stands in.
func balanced(raw string) (string, error) {
	if !strings.ContainsAny(raw, "<&") {
		return raw, nil
	}
	nodes, err := html.ParseFragment(strings.NewReader(raw), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, n); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}
