package dialog

import (
	"cmp"
	"strconv"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// buttonType makes the default button the one that the form is sent with.
func (b *box) buttonType(i int) string {
	if i == defaultButton(b.Buttons) && len(b.Lines) > 0 {
		return "submit"
	}
	return "button"
}

func (b *box) buttonAttributes(i int) templ.Attributes {
	button := &b.Buttons[i]
	a := templ.Attributes{}
	if i == defaultButton(b.Buttons) {
		a["data-default"] = true
		if len(b.Lines) > 0 {
			a["form"] = b.name("form")
		}
	}
	switch {
	case button.Variant != Plain:
		a["data-variant"] = string(button.Variant)
	case i == defaultButton(b.Buttons):
		a["data-variant"] = "default"
	}
	if button.Cancel && button.Do == nil {
		a["data-cancel"] = true
	}
	if button.Cancel {
		a["data-free"] = true // of checks
	}
	switch button.Do.(type) {
	case bridge.Procedure0, bridge.Procedure1[dom.Event]: // it decides
	default:
		a["data-index"] = strconv.Itoa(i)
	}
	if p, first := b.first(); p == "button" && first == i {
		a["data-first"] = true
	}
	return a
}

func (b *box) optionName(f *field, i int) string {
	if i == 0 {
		return b.lineName(f)
	}
	return b.lineName(f) + "-" + strconv.Itoa(i)
}

// described lists the ids of what belongs to a line.
func (b *box) described(f *field) string {
	ids := b.lineName(f) + "-problem"
	if f.Help != "" {
		ids = b.lineName(f) + "-help " + ids
	}
	return ids
}

// attributes of the line: what runs on the server while it is typed into.
func (f *field) attributes() templ.Attributes {
	a := templ.Attributes{"data-type": f.inputType()}
	if f.filter.here() || f.check.here() {
		a["data-server"] = true
	}
	return a
}

func (f *field) role() templ.Attributes {
	if f.Type == Switch {
		return templ.Attributes{"role": "switch"}
	}
	return nil
}

func (f *field) inputType() string { return cmp.Or(string(f.Type), "text") }

// control draws what the line asks of its control, of which a Radio has several.
func (b *box) control(f *field, i int) templ.Attributes {
	a := templ.Attributes{}
	set := func(name, value string) {
		if value != "" {
			a[name] = value
		}
	}
	set("placeholder", f.Placeholder)
	set("autocomplete", cmp.Or(f.Autocomplete, f.autocomplete()))
	if f.Required {
		a["required"] = true
	}
	if f.Disabled {
		a["disabled"] = true
	}
	if f.typed() {
		set("pattern", f.Pattern)
		set("min", f.Min)
		set("max", f.Max)
		set("step", f.Step)
		set("enterkeyhint", "done")
		if f.MaxLength > 0 {
			a["maxlength"] = strconv.Itoa(f.MaxLength)
		}
	}
	if p, first := b.first(); p == "line" && first == f.index && i == 0 {
		a["data-first"] = true
	}
	return a
}

// autocomplete of a line that says nothing about it.
func (f *field) autocomplete() string {
	switch {
	case f.Type == Password:
		return "current-password"
	case f.typed():
		return "off"
	}
	return ""
}
