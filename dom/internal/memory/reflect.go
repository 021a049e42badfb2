package memory

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Properties that only show an attribute. The kinds: text, truth (there or not)
// and number with its default.

// textProperties maps the property to the attribute where they differ in name.
var textProperties = map[string]string{"className": "class", "htmlFor": "for", "ariaLabel": "aria-label"}

const textNames = "id title lang dir slot accessKey name placeholder pattern min max step src alt href rel target action method enctype accept autocomplete role label media download srcdoc"

const truthNames = "hidden disabled required readOnly multiple autofocus open noValidate defer async controls loop reversed inert"

var numberDefaults = map[string]float64{"maxLength": -1, "minLength": -1, "rows": 2, "cols": 20, "colSpan": 1, "rowSpan": 1, "size": 0, "start": 1}

func init() {
	for _, name := range strings.Fields(textNames) {
		textProperties[name] = strings.ToLower(name)
	}
	for name, attr := range textProperties {
		reflectText(name, attr)
	}
	for _, name := range strings.Fields(truthNames) {
		reflectTruth(name, strings.ToLower(name))
	}
	for name, or := range numberDefaults {
		reflectNumber(name, strings.ToLower(name), or)
	}
	elementClass.getters["tabIndex"] = func(o *Object) any { return tabIndex(o.tree()) }
	elementClass.setters["tabIndex"] = func(o *Object, v any) { o.page.setAttribute(o.tree(), "tabindex", Text(v)) }
	elementClass.getters["type"] = func(o *Object) any { return inputType(o.tree()) }
	elementClass.setters["type"] = func(o *Object, v any) { o.page.setAttribute(o.tree(), "type", Text(v)) }
	elementClass.getters["draggable"] = func(o *Object) any { return attributeOr(o.tree(), "draggable", "") == "true" }
	elementClass.setters["draggable"] = func(o *Object, v any) { o.page.setAttribute(o.tree(), "draggable", Text(v)) }
}

func reflectText(name, attr string) {
	elementClass.getters[name] = func(o *Object) any { return attributeOr(o.tree(), attr, "") }
	elementClass.setters[name] = func(o *Object, v any) { o.page.setAttribute(o.tree(), attr, Text(v)) }
}

func reflectTruth(name, attr string) {
	elementClass.getters[name] = func(o *Object) any { _, ok := attribute(o.tree(), attr); return ok }
	elementClass.setters[name] = func(o *Object, v any) {
		if Truth(v) {
			o.page.setAttribute(o.tree(), attr, "")
		} else {
			o.page.removeAttribute(o.tree(), attr)
		}
	}
}

func reflectNumber(name, attr string, or float64) {
	elementClass.getters[name] = func(o *Object) any {
		if n, err := strconv.Atoi(attributeOr(o.tree(), attr, "")); err == nil {
			return float64(n)
		}
		return or
	}
	elementClass.setters[name] = func(o *Object, v any) { o.page.setAttribute(o.tree(), attr, Text(v)) }
}

func tabIndex(n *html.Node) float64 {
	if i, err := strconv.Atoi(attributeOr(n, "tabindex", "")); err == nil {
		return float64(i)
	}
	if focusableTag(n) {
		return 0
	}
	return -1
}

// inputType is the type property: of an input and a button what applies, of
// other elements the attribute.
func inputType(n *html.Node) string {
	t := strings.ToLower(attributeOr(n, "type", ""))
	switch n.Data {
	case "input":
		if !inputTypes[t] {
			return "text"
		}
	case "button":
		if t != "button" && t != "reset" {
			return "submit"
		}
	case "select":
		if _, multiple := attribute(n, "multiple"); multiple {
			return "select-multiple"
		}
		return "select-one"
	case "textarea":
		return "textarea"
	}
	return t
}

var inputTypes = words("hidden text search tel url email password date month week time datetime-local number range color checkbox radio file submit image reset button")
