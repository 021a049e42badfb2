package widget

import "strings"

// What the page was told of an event, in Tree.heard.
const (
	heardPassive = 1 << iota
	heardActive
	heardProperties
)

// hear sees to it that the page listens to the event of h, from the next message
// on: in a way that lets it prevent, unless that would keep it from scrolling,
// and with what h wants to know.
func (t *Tree) hear(h *Handler) {
	for len(t.heard) <= int(h.event) {
		t.heard = append(t.heard, 0)
	}
	name, how := h.event.name(), byte(heardActive|heardPassive)
	if name.scrolls && h.flags&prevent == 0 || h.flags&passive != 0 {
		how = heardPassive
	}
	if strings.IndexByte("KPD", h.wants) >= 0 {
		how |= heardProperties
	}
	known := t.heard[h.event]
	if known|how == known {
		return
	}
	known |= how
	t.heard[h.event] = known
	t.hearing = append(t.hearing, name.spec(known))
}

// spec tells the page how to listen: "wheel~:deltaX,deltaY".
func (e *eventName) spec(how byte) string {
	s := e.name
	if how&heardActive == 0 {
		s += "~"
	}
	if how&heardProperties != 0 {
		s += ":" + e.properties
	}
	return s
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
