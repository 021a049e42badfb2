package svg

import (
	"encoding/xml"
	"errors"
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

// Limits that keep a hostile file from taking long; drawing programs stay far below.
const (
	maxSheet      = 64 << 10
	maxRules      = 1000
	maxClasses    = 16
	maxAttributes = 100
)

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssRule    = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
)

// applyStyles does what the cascade would: rules win over attributes, inline styles over
// rules. Of selectors it knows single classes, which is what drawing programs write.
func (r *reader) applyStyles(root *Element) error {
	if r.sheet.Len() > maxSheet {
		return errors.New("stylesheet too large")
	}
	rules := make(map[string][]attribute)
	for _, m := range cssRule.FindAllStringSubmatch(cssComment.ReplaceAllString(r.sheet.String(), ""), maxRules) {
		declared := declarations(m[2])
		for _, selector := range strings.SplitN(m[1], ",", maxRules) {
			if class, ok := strings.CutPrefix(strings.TrimSpace(selector), "."); ok && len(rules[class]) < maxAttributes {
				rules[class] = append(rules[class], declared...)
			}
		}
	}
	r.style(root, rules)
	return nil
}

func (r *reader) style(e *Element, rules map[string][]attribute) {
	if class := e.find("class"); class != nil {
		names := strings.Fields(class.value)
		for _, name := range names[:min(len(names), maxClasses)] {
			e.declare(rules[name])
		}
		e.remove("class")
	}
	e.declare(declarations(r.inline[e]))
	for _, kid := range e.kids {
		if kid, ok := kid.(*Element); ok {
			r.style(kid, rules)
		}
	}
}

func (e *Element) declare(attrs []attribute) {
	for _, a := range attrs {
		e.set(a)
	}
}

// declarations returns of a style what can be attributes as well.
func declarations(style string) (attrs []attribute) {
	for declaration := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(declaration, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		value = strings.TrimSpace(strings.TrimSuffix(value, "!important"))
		if len(attrs) < maxAttributes && presentation[name] && value != "" && harmlessValue(value) {
			attrs = append(attrs, attribute{name: name, value: value})
		}
	}
	return attrs
}

// presentation are the properties of CSS that SVG has as attributes.
var presentation = set("clip-path clip-rule color color-interpolation color-interpolation-filters display " +
	"dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-size " +
	"font-stretch font-style font-variant font-weight letter-spacing lighting-color marker-end marker-mid marker-start " +
	"mask mask-type opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke " +
	"stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width " +
	"text-anchor text-decoration text-rendering transform-origin vector-effect visibility word-spacing writing-mode")
