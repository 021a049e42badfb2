package memory

import "unicode/utf16"

func init() {
	elementClass.add(getters{
		"selectionStart": func(o *Object) any { return float64(o.page.bounded(o).start) },
		"selectionEnd":   func(o *Object) any { return float64(o.page.bounded(o).end) },
		"selectionDirection": func(o *Object) any {
			return map[bool]string{false: "forward", true: "backward"}[o.page.bounded(o).reversed]
		},
	}, setters{
		"selectionStart": func(o *Object, v any) { c := o.page.bounded(o); c.span(o, int(Number(v)), max(c.end, int(Number(v)))) },
		"selectionEnd":   func(o *Object, v any) { c := o.page.bounded(o); c.span(o, c.start, int(Number(v))) },
	}, methods{
		"select": locked(func(o *Object, _ []any) any {
			o.page.bounded(o).span(o, 0, units(o.page.controlValue(o.tree())))
			return nil
		}),
		"setSelectionRange": locked(func(o *Object, args []any) any {
			c := o.page.bounded(o)
			c.span(o, int(Number(arg(args, 0))), int(Number(arg(args, 1))))
			c.reversed = !absent(arg(args, 2)) && Text(arg(args, 2)) == "backward"
			return nil
		}),
		"setRangeText": locked(setRangeText),
	})
}

// bounded is the state of a control, with the selection inside its value.
func (p *Page) bounded(o *Object) *control {
	c := p.control(o.tree())
	c.span(o, c.start, c.end)
	return c
}

func (c *control) span(o *Object, start, end int) {
	n := units(o.page.controlValue(o.tree()))
	c.end = min(max(end, 0), n)
	c.start = min(max(start, 0), c.end)
}

func setRangeText(o *Object, args []any) any {
	c := o.page.bounded(o)
	start, end := c.start, c.end
	if len(args) > 2 {
		start, end = int(Number(args[1])), int(Number(args[2]))
	}
	old := utf16.Encode([]rune(o.page.controlValue(o.tree())))
	start, end = min(start, len(old)), min(end, len(old))
	text := Text(arg(args, 0))
	o.page.enter(o.tree(), string(utf16.Decode(old[:start]))+text+string(utf16.Decode(old[end:])))
	c.span(o, start, start+units(text))
	return nil
}
