package memory

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

var (
	tokenListClass = extend("DOMTokenList", objectClass)
	datasetClass   = extend("DOMStringMap", objectClass)
)

func init() {
	elementClass.add(getters{
		"classList": func(o *Object) any { return o.page.object(tokenListClass, o.tree()) },
		"dataset":   func(o *Object) any { return o.page.object(datasetClass, o.tree()) },
	}, nil, nil)
	tokenListClass.add(getters{
		"length": func(o *Object) any { return float64(len(tokens(o.tree()))) },
		"value":  func(o *Object) any { return attributeOr(o.tree(), "class", "") },
	}, nil, methods{
		"contains": locked(func(o *Object, args []any) any {
			return slices.Contains(tokens(o.tree()), Text(arg(args, 0)))
		}),
		"add": locked(func(o *Object, args []any) any {
			for _, v := range args {
				setToken(o, token(o, v), true)
			}
			return nil
		}),
		"remove": locked(func(o *Object, args []any) any {
			for _, v := range args {
				setToken(o, token(o, v), false)
			}
			return nil
		}),
		"toggle": locked(toggleToken),
	})
	datasetClass.lookup = func(o *Object, name string) (any, bool) {
		v, ok := attribute(o.tree(), "data-"+kebab(name))
		return v, ok
	}
	datasetClass.assign = func(o *Object, name string, v any) {
		o.page.setAttribute(o.tree(), "data-"+kebab(name), Text(v))
	}
}

func tokens(n *html.Node) (all []string) {
	for _, t := range strings.Fields(attributeOr(n, "class", "")) {
		if !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return all
}

func token(o *Object, v any) string {
	t := Text(v)
	if t == "" {
		throw(o.page, "SyntaxError", "the token provided must not be empty")
	}
	if strings.ContainsAny(t, " \t\n\f\r") {
		throw(o.page, "InvalidCharacterError", "the token provided ('"+t+"') contains HTML space characters")
	}
	return t
}

func setToken(o *Object, t string, want bool) {
	n := o.tree()
	all := tokens(n)
	i := slices.Index(all, t)
	switch {
	case want && i < 0:
		all = append(all, t)
	case !want && i >= 0:
		all = slices.Delete(all, i, i+1)
	}
	if _, has := attribute(n, "class"); has || len(all) > 0 {
		o.page.setAttribute(n, "class", strings.Join(all, " "))
	}
}

func toggleToken(o *Object, args []any) any {
	t := token(o, arg(args, 0))
	want := !slices.Contains(tokens(o.tree()), t)
	if len(args) > 1 {
		want = Truth(args[1])
	}
	setToken(o, t, want)
	return want
}
