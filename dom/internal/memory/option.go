package memory

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// options are those of a select, in order.
func options(n *html.Node) (all []*html.Node) {
	if n == nil {
		return nil
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == "option" {
			all = append(all, d)
		}
	}
	return all
}

func optionValue(n *html.Node) string {
	return attributeOr(n, "value", strings.Join(strings.Fields(text(n)), " "))
}

// selectOf is the select of an option.
func selectOf(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Data == "select" {
			return n
		}
	}
	return nil
}

func multiple(n *html.Node) bool {
	_, ok := attribute(n, "multiple")
	return ok
}

// chosenOptions are the selected ones: of a list that shows one line, the first
// that can be if none is marked.
func (p *Page) chosenOptions(n *html.Node) (chosen []*html.Node) {
	if n == nil {
		return nil
	}
	all, touched := options(n), false
	for _, o := range all {
		on := false
		if c := p.controls[o]; c != nil && c.checked != nil {
			touched, on = true, *c.checked
		} else {
			_, on = attribute(o, "selected")
		}
		if on {
			chosen = append(chosen, o)
		}
	}
	if multiple(n) {
		return chosen
	}
	if len(chosen) > 1 {
		return chosen[len(chosen)-1:]
	}
	if len(chosen) == 0 && !touched {
		for _, o := range all {
			if !disabled(o) {
				return []*html.Node{o}
			}
		}
	}
	return chosen
}

func (p *Page) selectedIndex(n *html.Node) float64 {
	chosen := p.chosenOptions(n)
	if len(chosen) == 0 {
		return -1
	}
	return float64(slices.Index(options(n), chosen[0]))
}

// selectIndex selects one option and no other; -1 selects none.
func (p *Page) selectIndex(n *html.Node, i int) {
	for j, o := range options(n) {
		on := i == j
		p.control(o).checked = &on
	}
}

func (p *Page) selectOption(o *html.Node, on bool) {
	n := selectOf(o)
	if n != nil && on && !multiple(n) {
		p.selectIndex(n, slices.Index(options(n), o))
		return
	}
	p.control(o).checked = &on
}
