package svg

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// drawing is what the elements of one drawing share while it is rendered: the ids. The
// elements themselves are not touched, for they may be drawn elsewhere at the same time.
//
//omg:browser
type drawing struct {
	scope  string        // prefix of the ids
	invent func() string // makes one when it is first needed
	muted  bool          // nothing inside can be reached
	asIs   bool          // ids are written as ID gave them
	last   int
	ids    map[*Element]string // of elements that are referred to
	met    map[*Element]bool   // those of them that were drawn
	locals map[string]bool     // names given by ID
	drawn  map[string]bool     // those of them that were drawn
}

//omg:browser
type drawingKey struct{}

// maxDepth ends the survey of an element that was added to itself.
//
//omg:browser
const maxDepth = 256

//omg:browser
func newDrawing(root *Element, invent func() string) *drawing {
	return &drawing{scope: root.scope, invent: invent, muted: root.name == "svg" && root.mute()}
}

// survey goes through a tree before it is drawn, for mistakes and references.
func (d *drawing) survey(e *Element, depth int) error {
	if e.err != nil {
		return e.err
	}
	if depth > maxDepth {
		return errors.New("svg: nested too deeply, or an element inside of itself")
	}
	if d.muted && e.acts() {
		return fmt.Errorf("svg: <%s> can be operated, its drawing must be a Figure", e.name)
	}
	d.surveyAttributes(e)
	for _, kid := range e.kids {
		if a, ok := kid.(*Animation); ok {
			kid = a.Element
		}
		if kid, ok := kid.(*Element); ok {
			if err := d.survey(kid, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *drawing) surveyAttributes(e *Element) {
	for i := range e.attrs {
		switch a := &e.attrs[i]; a.kind {
		case localID:
			if d.locals == nil {
				d.locals = make(map[string]bool)
			}
			d.locals[a.value] = true
		case refHash, refURL:
			d.id(a.ref)
		}
	}
}

// id returns the id by which an element is referred to.
func (d *drawing) id(e *Element) string {
	if id, ok := d.ids[e]; ok {
		return id
	}
	if d.ids == nil {
		d.ids, d.met = make(map[*Element]string), make(map[*Element]bool)
	}
	id := d.ownID(e)
	if id == "" {
		d.last++
		id = d.prefix() + strconv.Itoa(d.last)
	}
	d.ids[e] = id
	return id
}

// ownID returns the id that the program gave.
func (d *drawing) ownID(e *Element) string {
	a := e.find("id")
	switch {
	case a == nil:
		return ""
	case a.kind == localID:
		return d.prefix() + a.value
	default:
		return a.value
	}
}

// enter returns the id to be drawn with e, unless it is among its attributes.
func (d *drawing) enter(e *Element) (string, error) {
	own := e.find("id")
	if id, wanted := d.ids[e]; wanted {
		if d.met[e] {
			return "", fmt.Errorf("svg: a <%s> that is referred to stands twice in one drawing", e.name)
		}
		d.met[e] = true
		if own == nil {
			return id, nil
		}
	}
	if own == nil || own.kind != localID {
		return "", nil
	}
	if d.drawn[own.value] {
		return "", fmt.Errorf("svg: the ID %q stands twice in one drawing", clip(own.value))
	}
	if d.drawn == nil {
		d.drawn = make(map[string]bool)
	}
	d.drawn[own.value] = true
	return d.ownID(e), nil
}

// complete wants all that was referred to to be there. What has a FixedID may be elsewhere
// in the page.
func (d *drawing) complete() error {
	for e := range d.ids {
		a := e.find("id")
		elsewhere := a != nil && (a.kind == plain || d.drawn[a.value])
		if !d.met[e] && !elsewhere {
			return fmt.Errorf("svg: a <%s> is referred to that is not in the drawing, or stands in it before who refers to it and has no ID", e.name)
		}
	}
	return nil
}

func (d *drawing) prefix() string {
	if d.asIs {
		return ""
	}
	if d.scope == "" {
		d.scope = d.invent()
	}
	return d.scope + "-"
}

// value returns what the attribute says in the page.
func (d *drawing) value(a *attribute) string {
	switch a.kind {
	case refHash:
		return "#" + d.id(a.ref)
	case refURL:
		return "url(#" + d.id(a.ref) + ")"
	}
	return d.localise(a)
}

// defaults are what every drawing should have and few would think of.
func (e *Element) defaults(put func(name, value string)) {
	if e.find("fill") == nil {
		put("fill", string(CurrentColor))
	}
	if !e.named() {
		put("aria-hidden", "true")
		put("focusable", "false")
	}
}

// localise turns the names that ID gave, in a reference that Attr set, into ids.
func (d *drawing) localise(a *attribute) string {
	switch {
	case len(d.locals) == 0:
		return a.value
	case a.name == "href", strings.Contains(a.value, "url("):
		return d.localReferences(a.value)
	case a.name == "aria-labelledby" || a.name == "aria-describedby":
		names := strings.Fields(a.value)
		for i, name := range names {
			names[i] = d.local(name)
		}
		return strings.Join(names, " ")
	}
	return a.value
}

// localReferences does that to each name that follows a #.
func (d *drawing) localReferences(s string) string {
	out := ""
	for {
		before, after, found := strings.Cut(s, "#")
		if !found {
			return out + s
		}
		end := strings.IndexAny(after, ")\"'"+space)
		if end < 0 {
			end = len(after)
		}
		out += before + "#" + d.local(after[:end])
		s = after[end:]
	}
}

func (d *drawing) local(name string) string {
	if d.locals[name] {
		return d.prefix() + name
	}
	return name
}
