package memory

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

var validityClass = extend("ValidityState", objectClass)

func init() {
	elementClass.add(getters{
		"willValidate":      func(o *Object) any { return validates(o.tree()) },
		"validationMessage": func(o *Object) any { return o.page.validationMessage(o.tree()) },
		"validity":          func(o *Object) any { return o.page.object(validityClass, o.tree()) },
	}, nil, methods{
		"setCustomValidity": locked(func(o *Object, args []any) any {
			o.page.control(o.tree()).custom = Text(arg(args, 0))
			return nil
		}),
		"checkValidity":  free(func(o *Object, _ []any) any { return checkValidity(o) }),
		"reportValidity": free(func(o *Object, _ []any) any { return reportValidity(o) }),
	})
	for name := range words("valueMissing typeMismatch patternMismatch tooShort tooLong rangeUnderflow rangeOverflow badInput stepMismatch customError") {
		validityClass.getters[name] = func(o *Object) any { return o.page.fault(o.tree()) == name }
	}
	validityClass.getters["valid"] = func(o *Object) any { return o.page.fault(o.tree()) == "" }
}

// validates reports whether a control is checked at all.
func validates(n *html.Node) bool {
	if !controls[n.Data] || n.Data == "output" || n.Data == "fieldset" || n.Data == "object" || disabled(n) {
		return false
	}
	_, readOnly := attribute(n, "readonly")
	t := inputType(n)
	return !readOnly && t != "hidden" && t != "button" && t != "reset"
}

var mail = regexp.MustCompile(`^[a-zA-Z0-9.!#$%&'*+/=?^_` + "`" + `{|}~-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$`)

// fault is the first thing that is wrong with a control, by the name that a
// page's ValidityState has for it.
func (p *Page) fault(n *html.Node) string {
	if !validates(n) {
		return ""
	}
	if p.control(n).custom != "" {
		return "customError"
	}
	if _, required := attribute(n, "required"); required && p.missing(n) {
		return "valueMissing"
	}
	value := p.controlValue(n)
	if value == "" || n.Data == "select" || n.Data == "button" {
		return ""
	}
	return faultOf(n, value)
}

func (p *Page) missing(n *html.Node) bool {
	switch inputType(n) {
	case "checkbox":
		return !p.checked(n)
	case "radio":
		return p.chosen(n) == nil
	}
	return p.controlValue(n) == ""
}

func faultOf(n *html.Node, value string) string {
	kind := inputType(n)
	switch {
	case kind == "email" && !mail.MatchString(value), kind == "url" && !strings.Contains(value, ":"):
		return "typeMismatch"
	case !matchesPattern(n, value):
		return "patternMismatch"
	case kind == "number" || kind == "range":
		return outOfRange(n, parseNumber(value))
	}
	return ""
}

func matchesPattern(n *html.Node, value string) bool {
	pattern, ok := attribute(n, "pattern")
	if !ok || n.Data != "input" {
		return true
	}
	re, err := regexp.Compile("^(?:" + pattern + ")$")
	return err != nil || re.MatchString(value)
}

func outOfRange(n *html.Node, value float64) string {
	if low, ok := attribute(n, "min"); ok && value < parseNumber(low) {
		return "rangeUnderflow"
	}
	if high, ok := attribute(n, "max"); ok && value > parseNumber(high) {
		return "rangeOverflow"
	}
	return ""
}

var faultTexts = map[string]string{
	"valueMissing":    "Please fill out this field.",
	"typeMismatch":    "Please enter a valid value.",
	"patternMismatch": "Please match the requested format.",
	"rangeUnderflow":  "The value is too small.",
	"rangeOverflow":   "The value is too large.",
}

// validationMessage has the custom text, else one of ours: each browser has its
// own.
func (p *Page) validationMessage(n *html.Node) string {
	if fault := p.fault(n); fault != "customError" {
		return faultTexts[fault]
	}
	return p.control(n).custom
}

// checkValidity fires invalid at each control with a fault.
func checkValidity(o *Object) bool { return len(invalid(o)) == 0 }

// reportValidity moves the focus to the first one too.
func reportValidity(o *Object) bool {
	bad := invalid(o)
	if len(bad) > 0 {
		bad[0].invoke("focus", nil)
	}
	return len(bad) == 0
}

func invalid(o *Object) (bad []*Object) {
	for _, c := range faulty(o) {
		c.fire("invalid", nil)
		bad = append(bad, c)
	}
	return bad
}

func faulty(o *Object) (bad []*Object) {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	all := []*html.Node{o.tree()}
	if o.tree().Data == "form" {
		all = o.page.fields(o.tree())
	}
	for _, n := range all {
		if o.page.fault(n) != "" {
			bad = append(bad, o.page.node(n))
		}
	}
	return bad
}
