package widgettest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func get(n *html.Node, name string) string {
	v, _ := attribute(n, name)
	return v
}

func set(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

func unset(n *html.Node, name string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// setStyle sets a property in w-style as CSSOM would in style.
func setStyle(n *html.Node, property, value string) {
	var list []string
	for d := range strings.SplitSeq(get(n, "w-style"), ";") {
		name, _, _ := strings.Cut(d, ":")
		if name = strings.TrimSpace(name); name != "" && name != property {
			list = append(list, strings.TrimSpace(d))
		}
	}
	if value != "" {
		list = append(list, property+": "+value)
	}
	set(n, "w-style", strings.Join(list, "; "))
}

// Plain returns a copy of n as a browser would show it in text: without the marks
// of widgets and handlers, with styles where they were drawn, attributes in
// order, texts that touch each other joined.
func Plain(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Namespace: n.Namespace}
	for _, a := range n.Attr {
		switch {
		case a.Key == "w-style":
			a.Key = "style"
		case a.Key == "class":
			classes := strings.Fields(a.Val)
			slices.Sort(classes)
			a.Val = strings.Join(slices.Compact(classes), " ")
		case a.Key == "w" || strings.HasPrefix(a.Key, "w-"):
			continue
		}
		if a.Val != "" || a.Key != "class" && a.Key != "style" {
			c.Attr = append(c.Attr, a)
		}
	}
	slices.SortFunc(c.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.Type == html.CommentNode {
			continue
		}
		if last := c.LastChild; k.Type == html.TextNode && last != nil && last.Type == html.TextNode {
			last.Data += k.Data
			continue
		}
		c.AppendChild(Plain(k))
	}
	return c
}
