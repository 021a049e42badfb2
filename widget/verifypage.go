package widget

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// verifyPage parses the HTML of a whole page's widgets and compares each with what
// it says it is, as the page does when it adopts them: a widget can be fine in
// itself and yet be shown where HTML does not allow it, such as a div in a p.
func (t *Tree) verifyPage(out []byte) error {
	nodes, err := parse(out)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if err := t.verifyIn(n); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tree) verifyIn(n *html.Node) error {
	if id, hash, ok := strings.Cut(attributeOf(n, "w"), "."); ok {
		h := parsedStructure(0, n, n, 0)
		if got := strconv.FormatUint(uint64(h), 36); got != hash {
			return fmt.Errorf("%s: HTML that a browser would rearrange, by a widget shown in it or around it", t.nameOf(id))
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := t.verifyIn(c); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tree) nameOf(id string) string {
	n, _ := strconv.ParseUint(id, 10, 32)
	t.mu.Lock()
	defer t.mu.Unlock()
	if m := t.mounts[uint32(n)]; m != nil {
		return typeName(m.widget)
	}
	return "widget " + id
}

// parsedStructure is outline.structure of a parsed widget.
func parsedStructure(h uint32, n, root *html.Node, depth int) uint32 {
	name := strings.ToLower(n.Data)
	switch {
	case n.Type == html.TextNode:
		name = "#text"
	case n.Type != html.ElementNode:
		return h
	case n != root && attributeOf(n, "w") != "":
		name = "@"
	}
	for _, c := range []byte(name + strconv.Itoa(depth)) {
		h = h*31 + uint32(c)
	}
	if name == "@" || n.Type == html.TextNode || isClosed(n) {
		return h
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		h = parsedStructure(h, c, root, depth+1)
	}
	return h
}

// isClosed reports whether the content of n is no node of ours.
func isClosed(n *html.Node) bool {
	if n.Namespace == "" && tagOf(n.Data).info()&(tagText|tagOpaque) != 0 {
		return true
	}
	for _, a := range n.Attr {
		if a.Key == attrKeep {
			return true
		}
	}
	return false
}

func attributeOf(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
