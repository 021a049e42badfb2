package widget

import "strings"

// hear sees to it that the page listens to the event of h, from the next message
// on, and unless h only wants to be told, in a way that lets it prevent.
func (t *Tree) hear(h *Handler) {
	for len(t.heard) <= int(h.event) {
		t.heard = append(t.heard, 0)
	}
	name, how := h.event.name(), byte(2)
	if name.scrolls && h.flags&prevent == 0 || h.flags&passive != 0 {
		how = 1
	}
	if t.heard[h.event] >= how {
		return
	}
	t.heard[h.event] = how
	t.hearing = append(t.hearing, name.name+[...]string{"", "~", ""}[how])
}

// appendHeard appends the operations that tell the page.
func (t *Tree) appendHeard(b []byte) []byte {
	for _, name := range t.hearing {
		b = append(b, `,"`...)
		b = append(b, opHear, '"')
		b = appendText(append(b, ','), []byte(name))
	}
	t.hearing = t.hearing[:0]
	return b
}

// heardAttribute returns the same for the page of a GET.
func (t *Tree) heardAttribute() string {
	if len(t.hearing) == 0 {
		return ""
	}
	names := strings.Join(t.hearing, " ")
	t.hearing = t.hearing[:0]
	return " w-on='" + names + "'"
}
