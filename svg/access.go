package svg

import (
	"errors"
	"fmt"
	"regexp"

	"github.com/a-h/templ"
)

// Label names a drawing as an image, for who cannot see it; the whole counts as one
// thing. Without a name a drawing is decoration and says nothing, which is right where the
// text beside it says the same. An empty label changes nothing.
func (e *Element) Label(text string) *Element { return e.as("img", text) }

// Figure names a drawing whose parts can be reached one by one, such as a map with
// buttons in it.
func (e *Element) Figure(text string) *Element { return e.as("group", text) }

// Describe adds what there is to say beyond the name.
func (e *Element) Describe(text string) *Element {
	e.desc = text
	return e
}

// Button makes a shape a button: it has a name, takes the focus, and shows that. What it does
// when it is pressed, by pointer and by key, is the widget's to say, see [Element.Attrs]. It
// must stand in a drawing that is a [Element.Figure].
func (e *Element) Button(name string) *Element {
	if name == "" {
		return e.fail(errors.New("a button needs a name"))
	}
	return e.as("button", name).text("tabindex", "0")
}

// Icon makes a drawing as large as the letters of the text in which it stands.
func (e *Element) Icon() *Element { return e.Size(Em(1), Em(1)).text("data-omg", "icon") }

// as gives the element a role and a name.
func (e *Element) as(role, text string) *Element {
	if text == "" {
		return e
	}
	e.title = text
	return e.text("role", role)
}

// named reports whether the program said what the drawing is to who cannot see it.
func (e *Element) named() bool {
	if e.title != "" {
		return true
	}
	for _, name := range []string{"role", "aria-label", "aria-labelledby", "aria-hidden"} {
		if e.find(name) != nil {
			return true
		}
	}
	return false
}

// mute reports whether what is inside of the drawing cannot be reached by it who uses no
// pointer, so that nothing inside may want to be.
func (e *Element) mute() bool {
	role := e.find("role")
	hidden := e.find("aria-hidden")
	return !e.named() || role != nil && role.value == "img" || hidden != nil && hidden.value == "true"
}

// acts reports whether the element can be operated.
func (e *Element) acts() bool {
	role := e.find("role")
	return e.name == "a" && e.find("href") != nil || role != nil && role.value == "button"
}

var flagName = regexp.MustCompile(`^[a-zA-Z_][-a-zA-Z0-9_.:]*$`)

// Attrs draws attributes such as those of a widget's On and Key:
//
//	@svg.Circle(x, y, 8).Button(city.Name).Attrs(w.On(widget.Click(pick)))
//
// They are held to the rules of [Element.Attr].
func (e *Element) Attrs(attrs templ.Attributer) *Element {
	for _, item := range attrs.Items() {
		switch v := item.Value.(type) {
		case nil:
		case string:
			e.Attr(item.Key, v)
		case bool:
			if v {
				e.flag(item.Key)
			}
		case int, int64, float64:
			e.Attr(item.Key, fmt.Sprint(v))
		default:
			e.fail(fmt.Errorf("%s: a %T is no attribute", clip(item.Key), v))
		}
	}
	return e
}

func (e *Element) flag(name string) *Element {
	if !flagName.MatchString(name) {
		return e.fail(fmt.Errorf("%q is no attribute name", clip(name)))
	}
	if err := checkAttribute(name, ""); err != nil {
		return e.fail(err)
	}
	return e.set(attribute{name: name, kind: flag})
}
