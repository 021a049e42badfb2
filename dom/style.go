package dom

import "github.com/omg-go/omg/dom/internal/page"

// Style is the inline style's value for a property by its CSS name
// ("background-color", "--gap"), "" if it says nothing. What stylesheets say is
// [Element.ComputedStyle]'s business.
//
//omg:js $0.style.getPropertyValue($1)
func (e Element) Style(name string) string {
	return text(page.Must(e.o).Call("style.getPropertyValue", name))
}

// SetStyle sets a property of the inline style. An empty value removes it, and
// one that the browser does not understand changes nothing.
//
//omg:js $0.style.setProperty($1,$2)
func (e Element) SetStyle(name, value string) { page.Must(e.o).Call("style.setProperty", name, value) }

// ComputedStyle is the value that a property has after all stylesheets. In the
// memory of go test there are none, so that it is the inline value.
//
//omg:js getComputedStyle($0).getPropertyValue($1)
func (e Element) ComputedStyle(name string) string {
	return text(page.Must(e.o).Call("style.getPropertyValue", name))
}

// AddStyle gives e a class of its own for a rule, and the class its rule. The
// rule is what follows the class in a stylesheet (":hover {cursor: pointer}"),
// or only declarations ("color: red"). It returns the class.
//
// A rule is put into the page once, however many elements have it; it goes into
// a constructed stylesheet, which a strict content policy allows.
//
//omg:browser
func (e Element) AddStyle(rule string) (class string) {
	class = styleClass(rule)
	e.AddClass(class)
	return class
}

// styleClass is the class for a rule. The page keeps which rules it has, as
// properties of its stylesheet.
//
//omg:browser
func styleClass(rule string) string {
	sheet := document().Get("omgStyles")
	if sheet.IsUndefined() {
		sheet = newSheet()
		document().Set("omgStyles", sheet)
		adopt(sheet)
	}
	known := sheet.Get("omg" + rule)
	if !known.IsUndefined() {
		return known.String()
	}
	class := "omg-" + randomLetters()
	sheet.Call("insertRule", "."+class+body(rule), sheet.Get("cssRules").Get("length"))
	sheet.Set("omg"+rule, class)
	return class
}

// body is the rule without its class: declarations get their braces.
//
//omg:browser
func body(rule string) string {
	if _, _, nested := cut(rule, '{'); nested {
		return rule
	}
	return "{" + rule + "}"
}

//omg:browser
func document() Value { return Document().raw() }

//omg:js new CSSStyleSheet
func newSheet() Value { return valueOf(construct("CSSStyleSheet")) }

//omg:js document.adoptedStyleSheets.push($0)
func adopt(sheet Value) { global().Call("document.adoptedStyleSheets.push", sheet.v) }
