package memory

import (
	"strings"

	"golang.org/x/net/html"
)

// The serializer follows the HTML standard to the letter, which x/net/html's
// Render does not: it escapes quotes in text.

var (
	textEscapes = strings.NewReplacer("&", "&amp;", "\u00a0", "&nbsp;", "<", "&lt;", ">", "&gt;")
	attrEscapes = strings.NewReplacer("&", "&amp;", "\u00a0", "&nbsp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
)

var voidTags = words("area base br col embed hr img input link meta source track wbr")

// rawTags hold text that is not escaped.
var rawTags = words("style script xmp iframe noembed noframes plaintext")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func innerHTML(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		serialize(&b, c)
	}
	return b.String()
}

func outerHTML(n *html.Node) string {
	var b strings.Builder
	serialize(&b, n)
	return b.String()
}

func serialize(b *strings.Builder, n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if n.Parent != nil && rawTags[n.Parent.Data] {
			b.WriteString(n.Data)
			return
		}
		textEscapes.WriteString(b, n.Data)
	case html.CommentNode:
		b.WriteString("<!--" + n.Data + "-->")
	case html.DoctypeNode:
		b.WriteString("<!DOCTYPE " + n.Data + ">")
	case html.DocumentNode:
		b.WriteString(innerHTML(n))
	case html.ElementNode:
		serializeElement(b, n)
	}
}

func serializeElement(b *strings.Builder, n *html.Node) {
	b.WriteString("<" + n.Data)
	for _, a := range n.Attr {
		b.WriteString(" " + a.Key + `="`)
		attrEscapes.WriteString(b, a.Val)
		b.WriteString(`"`)
	}
	b.WriteString(">")
	if voidTags[n.Data] && n.Namespace == "" {
		return
	}
	b.WriteString(innerHTML(n))
	b.WriteString("</" + n.Data + ">")
}
