package tabs

import (
	"context"
	"slices"
	"strings"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/widget"
)

// settings are what the page must know of the form, as attributes of its root.
func (f *Form) settings() templ.OrderedAttributes {
	var all templ.OrderedAttributes
	add := func(on bool, name, value string) {
		if on {
			all = append(all, templ.KeyValue[string, any]{Key: name, Value: value})
		}
	}
	add(f.manual(), "data-activation", "manual")
	add(f.Vertical, "data-orientation", "vertical")
	add(f.Movable, "data-movable", "")
	add(f.Steady, "data-steady", "")
	add(f.PrintAll, "data-print", "all")
	add(f.Hash != "", "data-hash", f.Hash)
	add(f.History, "data-history", "")
	return all
}

func (f *Form) orientation() templ.OrderedAttributes {
	if !f.Vertical {
		return nil
	}
	return templ.OrderedAttributes{{Key: "aria-orientation", Value: "vertical"}}
}

// closable reports whether a tab can be closed, or could be brought back.
func (f *Form) closable() bool {
	return f.undo != nil || slices.ContainsFunc(f.items, func(it *item) bool { return it.Closable })
}

// owns reports whether there are buttons among the tabs. A tablist may hold nothing
// but tabs: it then stands beside and says which are its own.
func (f *Form) owns() bool {
	return slices.ContainsFunc(f.items, func(it *item) bool { return it.Closable })
}

func (f *Form) tabIDs() string {
	all := make([]string, len(f.items))
	for i, it := range f.items {
		all[i] = f.tabID(it)
	}
	return strings.Join(all, " ")
}

// tabIndex makes the row one stop of the tab key.
func (f *Form) tabIndex(it *item) string {
	if it == f.selected || f.selected == nil && it == f.items[0] {
		return "0"
	}
	return "-1"
}

// about are attributes that some tabs have.
func (f *Form) about(it *item) templ.OrderedAttributes {
	var all templ.OrderedAttributes
	if it.Disabled {
		all = append(all, templ.KeyValue[string, any]{Key: "aria-disabled", Value: "true"})
	}
	if it.Closable {
		all = append(all, templ.KeyValue[string, any]{Key: "aria-keyshortcuts", Value: "Delete"})
	}
	if it.state == unasked {
		all = append(all, templ.KeyValue[string, any]{Key: "data-state", Value: "lazy"})
	}
	return all
}

// hears are the handlers of a tab. What the user may not do has none.
func (f *Form) hears(it *item) *widget.Attributes {
	var all []widget.Handler
	if !it.Disabled {
		all = append(all, widget.Click(func(ctx context.Context) error { return f.pick(ctx, it) }))
		if it.state == unasked {
			all = append(all, widget.Event("tabwant", func(ctx context.Context) { f.want(ctx, it) }))
		}
	}
	if f.Movable {
		all = append(all, widget.Change(func(ctx context.Context, to string) error { return f.moved(ctx, it, to) }))
	}
	return f.On(all...)
}
