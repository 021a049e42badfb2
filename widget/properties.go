package widget

import "github.com/omg-go/omg/internal/wire"

// What a page sends of an event: properties of the event or the element, as a
// list in this order.
const (
	modifierProperties = ",altKey,ctrlKey,metaKey,shiftKey"
	pointerProperties  = "clientX,clientY,offsetX,offsetY,button,buttons,detail" + modifierProperties
	wheelProperties    = pointerProperties + ",deltaX,deltaY"
	keyProperties      = "key,code,repeat" + modifierProperties
	offsetProperties   = "scrollLeft,scrollTop,scrollWidth,scrollHeight,clientWidth,clientHeight"
	seenProperties     = "isIntersecting,intersectionRatio"
)

func propertiesOf(event string) string {
	switch event {
	case "wheel":
		return wheelProperties
	case "keydown", "keyup":
		return keyProperties
	case "scroll":
		return offsetProperties
	case "intersect":
		return seenProperties
	}
	return pointerProperties
}

// decode reads the list of properties into what the pointers point to, strictly.
func decode(raw wire.Raw, into ...any) error {
	if len(raw) == 0 || raw[0] != '[' {
		return errProperties
	}
	return wire.DecodeArgs(raw.Elements(), nil, into...)
}

func (m *Modifiers) fields() []any { return []any{&m.Alt, &m.Control, &m.Meta, &m.Shift} }

func (p *Pointer) decode(raw wire.Raw) error {
	into := append([]any{&p.X, &p.Y, &p.OffsetX, &p.OffsetY, &p.Button, &p.Buttons, &p.Detail}, p.fields()...)
	if raw.Elements().Len() > len(into) {
		into = append(into, &p.DeltaX, &p.DeltaY)
	}
	return decode(raw, into...)
}

func (k *Key) decode(raw wire.Raw) error {
	return decode(raw, append([]any{&k.Key, &k.Code, &k.Repeat}, k.fields()...)...)
}

func (o *Offset) decode(raw wire.Raw) error {
	var width, height float64
	if err := decode(raw, &o.Left, &o.Top, &o.MaxLeft, &o.MaxTop, &width, &height); err != nil {
		return err
	}
	o.MaxLeft -= width
	o.MaxTop -= height
	return nil
}

func (i *Intersection) decode(raw wire.Raw) error { return decode(raw, &i.Visible, &i.Ratio) }
