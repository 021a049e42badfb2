package memory

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A style object keeps nothing: it reads and writes its element's attribute.
var styleClass = extend("CSSStyleDeclaration", objectClass)

type declaration struct{ name, value string }

func init() {
	elementClass.add(getters{
		"style": func(o *Object) any { return o.page.object(styleClass, o.tree()) },
	}, setters{
		"style": func(o *Object, v any) { o.page.setAttribute(o.tree(), "style", Text(v)) },
	}, nil)
	styleClass.add(getters{
		"cssText": func(o *Object) any { return styleText(styles(o.tree())) },
		"length":  func(o *Object) any { return float64(len(styles(o.tree()))) },
	}, setters{
		"cssText": func(o *Object, v any) { o.page.setStyles(o.tree(), parseStyle(Text(v))) },
	}, methods{
		"getPropertyValue": locked(func(o *Object, args []any) any { return style(o.tree(), Text(arg(args, 0))) }),
		"setProperty": locked(func(o *Object, args []any) any {
			value := Text(arg(args, 1))
			if p := arg(args, 2); !absent(p) && Text(p) != "" {
				value += " !" + Text(p)
			}
			o.page.setStyle(o.tree(), Text(arg(args, 0)), value)
			return nil
		}),
		"removeProperty": locked(func(o *Object, args []any) any {
			old := style(o.tree(), Text(arg(args, 0)))
			o.page.setStyle(o.tree(), Text(arg(args, 0)), "")
			return old
		}),
	})
	styleClass.lookup = func(o *Object, name string) (any, bool) {
		if _, ok := styleClass.method(name); ok {
			return nil, false
		}
		return style(o.tree(), kebab(name)), true
	}
	styleClass.assign = func(o *Object, name string, v any) { o.page.setStyle(o.tree(), kebab(name), Text(v)) }
}

// kebab turns backgroundColor into background-color.
func kebab(name string) string {
	if name == "cssFloat" {
		return "float"
	}
	var b strings.Builder
	for _, r := range name {
		if r >= 'A' && r <= 'Z' {
			b.WriteByte('-')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

func styles(n *html.Node) []declaration { return parseStyle(attributeOr(n, "style", "")) }

// parseStyle splits declarations at semicolons that are not in quotes or
// brackets.
func parseStyle(css string) (all []declaration) {
	for _, part := range split(css, ';') {
		name, value, ok := strings.Cut(part, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || name == "" || value == "" {
			continue
		}
		if !strings.HasPrefix(name, "--") {
			name = strings.ToLower(name)
		}
		all = put(all, name, value)
	}
	return all
}

func split(s string, at byte) (parts []string) {
	depth, quote, start := 0, byte(0), 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case c == at && depth <= 0:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

func put(all []declaration, name, value string) []declaration {
	for i := range all {
		if all[i].name == name {
			all[i].value = value
			return all
		}
	}
	return append(all, declaration{name, value})
}

func styleText(all []declaration) string {
	parts := make([]string, len(all))
	for i, d := range all {
		parts[i] = d.name + ": " + d.value + ";"
	}
	return strings.Join(parts, " ")
}

// style is the value of an inline property, without its priority.
func style(n *html.Node, name string) string {
	for _, d := range styles(n) {
		if d.name == name {
			value, _, _ := strings.Cut(d.value, "!")
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func (p *Page) setStyle(n *html.Node, name, value string) {
	all := styles(n)
	if value = strings.TrimSpace(value); value == "" {
		all = slices.DeleteFunc(all, func(d declaration) bool { return d.name == name })
	} else {
		all = put(all, name, value)
	}
	p.setStyles(n, all)
}

func (p *Page) setStyles(n *html.Node, all []declaration) {
	p.setAttribute(n, "style", styleText(all))
}
