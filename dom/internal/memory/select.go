package memory

import (
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

func init() {
	found := methods{
		"querySelector":    locked(func(o *Object, args []any) any { return o.page.value(cascadia.Query(o.tree(), o.selector(args))) }),
		"querySelectorAll": locked(func(o *Object, args []any) any { return o.page.values(cascadia.QueryAll(o.tree(), o.selector(args))) }),
	}
	elementClass.add(nil, nil, found)
	documentClass.add(nil, nil, found)
	elementClass.add(nil, nil, methods{
		"matches": locked(matches),
		"closest": locked(closest),
	})
	documentClass.add(nil, nil, methods{"getElementById": locked(byID)})
}

// matches knows one more selector than the parser: that of an open popover.
func matches(o *Object, args []any) any {
	if Text(arg(args, 0)) == ":popover-open" {
		return o.page.popovers[o.tree()] && o.page.connected(o.tree())
	}
	return o.selector(args).Match(o.tree())
}

func (o *Object) selector(args []any) cascadia.SelectorGroup {
	source := Text(arg(args, 0))
	group, err := cascadia.ParseGroup(source)
	if err != nil {
		throw(o.page, "SyntaxError", "'"+source+"' is not a valid selector")
	}
	return group
}

func closest(o *Object, args []any) any {
	selector := o.selector(args)
	for n := o.tree(); n != nil; n = n.Parent {
		if n.Type == html.ElementNode && selector.Match(n) {
			return o.page.node(n)
		}
	}
	return Null
}

func byID(o *Object, args []any) any {
	id := Text(arg(args, 0))
	for n := range o.tree().Descendants() {
		if v, ok := attribute(n, "id"); ok && v == id && id != "" {
			return o.page.node(n)
		}
	}
	return Null
}
