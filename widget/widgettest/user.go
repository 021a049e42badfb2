package widgettest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Find returns the first element that the CSS selector matches. It fails the test
// if there is none.
func (p *Page) Find(selector string) *html.Node {
	p.t.Helper()
	n := p.find(selector)
	if n == nil {
		p.t.Fatalf("no %q in %s", selector, p.HTML())
	}
	return n
}

func (p *Page) find(selector string) *html.Node {
	s, err := cascadia.Parse(selector)
	if err != nil {
		p.t.Fatalf("selector %q: %v", selector, err)
	}
	return cascadia.Query(p.body, s)
}

// Count returns how many elements the selector matches.
func (p *Page) Count(selector string) int {
	s, err := cascadia.Parse(selector)
	if err != nil {
		p.t.Fatalf("selector %q: %v", selector, err)
	}
	return len(cascadia.QueryAll(p.body, s))
}

// Text returns the text of the element, blanks folded as a browser shows them.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	var b strings.Builder
	for n := range p.Find(selector).Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Attr returns an attribute of the element, "" if it has none of that name.
func (p *Page) Attr(selector, name string) string {
	p.t.Helper()
	return get(p.Find(selector), name)
}

// Click clicks the element. A button of a form that has no other type submits it.
func (p *Page) Click(selector string) {
	p.t.Helper()
	n := p.Find(selector)
	p.event(n, "click", map[string]any{"P": pointer})
	if kind := get(n, "type"); n.Data == "button" && (kind == "" || kind == "submit") {
		if form := outer(n, "form"); form != nil {
			p.submit(form)
		}
	}
}

// Event sends an event of that type to the element, with data that its handler
// decodes, if any. It fails the test if nobody handles it.
func (p *Page) Event(selector, event string, data ...any) {
	p.t.Helper()
	n := p.Find(selector)
	if !p.raise(n, event, data) {
		p.t.Fatalf("%s at %q has no handler", event, selector)
	}
}

// Type replaces the text of a field, as one edit, and leaves the field.
func (p *Page) Type(selector, text string) {
	p.t.Helper()
	n := p.Find(selector)
	p.edits[n]++
	setField(n, text)
	p.field(n, "input", text)
	p.field(n, "change", text)
}

// Check sets a checkbox or radio button.
func (p *Page) Check(selector string, on bool) {
	p.t.Helper()
	n := p.Find(selector)
	p.edits[n]++
	unset(n, "checked")
	if on {
		set(n, "checked", "")
	}
	p.field(n, "input", on)
	p.field(n, "change", on)
}

// Choose chooses the option with that value in a select.
func (p *Page) Choose(selector, value string) {
	p.t.Helper()
	n := p.Find(selector)
	p.edits[n]++
	for o := range n.Descendants() {
		if o.Data == "option" {
			unset(o, "selected")
			if optionValue(o) == value {
				set(o, "selected", "")
			}
		}
	}
	p.field(n, "input", value)
	p.field(n, "change", value)
}

// Press presses a key in the element, by its name in KeyboardEvent.key.
func (p *Page) Press(selector, key string) {
	p.t.Helper()
	n := p.Find(selector)
	value := get(n, "value")
	p.event(n, "keydown", map[string]any{
		"K": []any{[]any{key, key, false, false, false, false, false}, value, p.edits[n]},
		"V": []any{value, p.edits[n]}, "key": key,
	})
}

// Submit submits a form with what its fields show.
func (p *Page) Submit(selector string) {
	p.t.Helper()
	p.submit(p.Find(selector))
}

func (p *Page) submit(form *html.Node) {
	pairs := [][2]string{}
	for n := range form.Descendants() {
		if name := get(n, "name"); n.Type == html.ElementNode && name != "" {
			for _, v := range valuesOf(n) {
				pairs = append(pairs, [2]string{name, v})
			}
		}
	}
	p.event(form, "submit", map[string]any{"F": []any{pairs}})
}

// pointer is a click in the corner, as a list of widget's pointerProperties.
var pointer = []any{[]any{0, 0, 0, 0, 0, 0, 1, false, false, false, false}}

func valuesOf(n *html.Node) []string {
	_, checked := attribute(n, "checked")
	switch kind := get(n, "type"); {
	case n.Data == "select":
		return selected(n)
	case n.Data == "textarea" && n.FirstChild != nil:
		return []string{n.FirstChild.Data}
	case n.Data != "input" && n.Data != "textarea":
		return nil
	case kind == "checkbox" || kind == "radio":
		if v, ok := attribute(n, "value"); checked && ok {
			return []string{v}
		} else if checked {
			return []string{"on"}
		}
		return nil
	}
	return []string{get(n, "value")}
}

func selected(n *html.Node) (values []string) {
	for o := range n.Descendants() {
		if _, ok := attribute(o, "selected"); ok && o.Data == "option" {
			values = append(values, optionValue(o))
		}
	}
	return values
}

func optionValue(o *html.Node) string {
	if v, ok := attribute(o, "value"); ok {
		return v
	}
	if o.FirstChild != nil {
		return strings.TrimSpace(o.FirstChild.Data)
	}
	return ""
}

func (p *Page) field(n *html.Node, event string, value any) {
	if n.Parent != nil {
		p.event(n, event, map[string]any{"V": []any{value, p.edits[n]}})
	}
}

// event goes from n outwards, as events do.
func (p *Page) event(n *html.Node, event string, data map[string]any) {
	p.t.Helper()
	for ; n != nil; n = n.Parent {
		spec, ok := attribute(n, "w-"+event)
		if !ok {
			continue
		}
		parts := strings.Split(spec, " ")
		flags := ""
		if len(parts) > 1 {
			flags = parts[1]
		}
		if key, ok := data["key"].(string); len(parts) > 2 && ok && !slices.Contains(parts[2:], key) {
			continue
		}
		var more []any
		if flags != "" {
			more, _ = data[flags[:1]].([]any)
		}
		if !p.raise(n, event, more) || strings.Contains(flags, "s") {
			return
		}
	}
}

// raise sends one event to the handler of n.
func (p *Page) raise(n *html.Node, event string, data []any) bool {
	p.t.Helper()
	spec, ok := attribute(n, "w-"+event)
	if !ok {
		return false
	}
	if !p.heard[event] {
		p.t.Fatalf("the page was not told to listen to %s", event)
	}
	hook, err := strconv.Atoi(strings.Split(spec, " ")[0])
	if err != nil {
		p.t.Fatal(err)
	}
	root := n
	for ; root != nil; root = root.Parent {
		if w, ok := attribute(root, "w"); ok {
			p.send(append([]any{0, idOf(w), hook}, data...)...)
			return true
		}
	}
	return false
}

func outer(n *html.Node, name string) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Data == name {
			return n
		}
	}
	return nil
}
