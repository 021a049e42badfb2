package svg

import "regexp"

// link makes of a file's names what a program would have written: references to elements.
// Two files that use the same names can then stand in one drawing. Ids that nothing refers
// to are left out: drawing programs name every layer.
func link(root *Element) {
	names := make(map[string]*Element)
	root.each(func(e *Element) {
		if id := e.find("id"); id != nil && names[id.value] == nil {
			names[id.value] = e
		}
	})
	used := make(map[string]bool)
	root.each(func(e *Element) { e.linkAttributes(names, used) })
	root.each(func(e *Element) {
		if id := e.find("id"); id != nil && (!used[id.value] || names[id.value] != e) {
			e.remove("id")
		}
	})
}

var urlID = regexp.MustCompile(`(#)([^)"'\s]+)`)

var onlyURL = regexp.MustCompile(`^url\(["']?#([^)"']+)["']?\)$`)

func (e *Element) linkAttributes(names map[string]*Element, used map[string]bool) {
	var dangling []string
	for i := range e.attrs {
		a := &e.attrs[i]
		name, kind := a.reference()
		switch target := names[name]; {
		case kind == plain:
			for _, m := range urlID.FindAllStringSubmatch(a.value, -1) {
				used[m[2]] = true // among other things; it stays a name
			}
		case target == nil:
			dangling = append(dangling, a.name)
		default:
			*a = attribute{name: a.name, kind: kind, ref: target}
		}
	}
	e.remove(dangling...)
}

// reference returns the name to which the attribute refers, if it does nothing else.
func (a *attribute) reference() (name string, kind attributeKind) {
	if a.kind != plain {
		return "", plain
	}
	if a.name == "href" && len(a.value) > 1 && a.value[0] == '#' {
		return a.value[1:], refHash
	}
	if m := onlyURL.FindStringSubmatch(a.value); m != nil {
		return m[1], refURL
	}
	return "", plain
}

// each visits the element and all below it.
func (e *Element) each(visit func(*Element)) {
	visit(e)
	for _, kid := range e.kids {
		if kid, ok := kid.(*Element); ok {
			kid.each(visit)
		}
	}
}
