package svg

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// Drawing programs write colours as inline styles, or as rules for classes in a style
// element. A strict content policy allows neither, so both become attributes.

func (r *reader) readSheet() error {
	for {
		token, err := r.xml.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			r.sheet.Write(token)
		case xml.StartElement:
			if err := r.xml.Skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssRule    = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
)

// applyStyles does what the cascade would: rules win over attributes, inline styles over
// rules. Of selectors it knows single classes, which is what drawing programs write.
func (r *reader) applyStyles(root *Element) {
	rules := make(map[string]string)
	for _, m := range cssRule.FindAllStringSubmatch(cssComment.ReplaceAllString(r.sheet.String(), ""), -1) {
		for selector := range strings.SplitSeq(m[1], ",") {
			if class, ok := strings.CutPrefix(strings.TrimSpace(selector), "."); ok {
				rules[class] += m[2] + ";"
			}
		}
	}
	r.style(root, rules)
}

func (r *reader) style(e *Element, rules map[string]string) {
	if class := e.find("class"); class != nil {
		for name := range strings.FieldsSeq(class.value) {
			e.declare(rules[name])
		}
		e.remove("class")
	}
	e.declare(r.inline[e])
	for _, kid := range e.kids {
		if kid, ok := kid.(*Element); ok {
			r.style(kid, rules)
		}
	}
}

// declare sets what can be an attribute as well.
func (e *Element) declare(style string) {
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		value = strings.TrimSpace(strings.TrimSuffix(value, "!important"))
		if presentation[name] && value != "" && harmlessValue(value) {
			e.text(name, value)
		}
	}
}

// presentation are the properties of CSS that SVG has as attributes.
var presentation = set("clip-path clip-rule color color-interpolation color-interpolation-filters display " +
	"dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-size " +
	"font-stretch font-style font-variant font-weight letter-spacing lighting-color marker-end marker-mid marker-start " +
	"mask mask-type opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke " +
	"stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width " +
	"text-anchor text-decoration text-rendering transform-origin vector-effect visibility word-spacing writing-mode")
