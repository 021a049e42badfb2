package tabs

import (
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

var (
	typed  = bridge.Func1(Typed)
	retype = bridge.Proc2(Retype)
)

// Typed returns what the fields of an element show, in order, if the user has
// changed any of them; else nothing. Passwords and files are left out.
//
//omg:browser
func Typed(id string) []string {
	panel := dom.ByID(id)
	if !panel.Exists() {
		return nil
	}
	changed := false
	var values []string
	for _, e := range fields(panel) {
		value, drawn := shows(e)
		changed = changed || value != drawn
		values = append(values, value)
	}
	if !changed {
		return nil
	}
	return values
}

// Retype has the fields of an element show what [Typed] returned, and tells their
// handlers.
//
//omg:browser
func Retype(id string, values []string) {
	panel := dom.ByID(id)
	if !panel.Exists() {
		return
	}
	all := fields(panel)
	for i, value := range values {
		if i >= len(all) {
			return
		}
		if now, _ := shows(all[i]); now == value {
			continue
		}
		set(all[i], value)
		all[i].Dispatch(dom.NewEvent("input", dom.EventOptions{Bubbles: true}))
		all[i].Dispatch(dom.NewEvent("change", dom.EventOptions{Bubbles: true}))
	}
}

//omg:browser
func fields(in dom.Element) []dom.Element {
	return in.FindAll("input:not([type=hidden],[type=password],[type=file],[type=submit],[type=button]),textarea,select")
}

// shows returns what a field shows, and what it showed when it was drawn.
//
//omg:browser
func shows(e dom.Element) (now, drawn string) {
	switch {
	case e.Matches("[type=checkbox],[type=radio]"):
		return e.Property("checked").String(), e.Property("defaultChecked").String()
	case e.Tag() == "select":
		for _, o := range e.FindAll("option") {
			if o.Property("defaultSelected").Bool() {
				return e.Value(), o.Property("value").String()
			}
		}
		return e.Value(), e.FindAll("option")[0].Property("value").String()
	}
	return e.Value(), e.Property("defaultValue").String()
}

//omg:browser
func set(e dom.Element, value string) {
	if e.Matches("[type=checkbox],[type=radio]") {
		e.SetProperty("checked", value == "true")
		return
	}
	e.SetValue(value)
}
