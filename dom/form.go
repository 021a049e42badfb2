package dom

import "github.com/omg-go/omg/dom/internal/page"

// Value is what a field holds: of a select the value of the selected option.
//
//omg:js $0.value??""
func (e Element) Value() string { return text(page.Must(e.o).Get("value")) }

// SetValue makes s what the field holds, without an input event. If that is a
// change, the caret goes to the end.
//
//omg:js $0.value=$1
func (e Element) SetValue(s string) { page.Must(e.o).Set("value", s) }

// Checked reports whether a box or radio button is.
//
//omg:js !!$0.checked
func (e Element) Checked() bool { return truth(page.Must(e.o).Get("checked")) }

// SetChecked checks a box or not. A radio button's group follows.
//
//omg:js $0.checked=$1
func (e Element) SetChecked(on bool) { page.Must(e.o).Set("checked", on) }

// Disabled reports whether a control is by its own attribute.
//
//omg:js !!$0.disabled
func (e Element) Disabled() bool { return truth(page.Must(e.o).Get("disabled")) }

// SetDisabled disables a control or not.
//
//omg:js $0.disabled=$1
func (e Element) SetDisabled(on bool) { page.Must(e.o).Set("disabled", on) }

// Selected is the position of a select's first selected option, -1 if none is.
//
//omg:js $0.selectedIndex
func (e Element) Selected() int { return int(number(page.Must(e.o).Get("selectedIndex"))) }

// SetSelected selects one option by its position; -1 selects none.
//
//omg:js $0.selectedIndex=$1
func (e Element) SetSelected(i int) { page.Must(e.o).Set("selectedIndex", i) }

// SelectedValues are the values of a select's selected options.
//
//omg:js Array.from($0.selectedOptions,o=>o.value)
func (e Element) SelectedValues() []string {
	var values []string
	for _, o := range elements(page.Must(e.o).Get("selectedOptions")) {
		values = append(values, o.Value())
	}
	return values
}

// Form is the form that a control belongs to, zero if there is none.
//
//omg:js $0.form
func (e Element) Form() Element { return element(page.Must(e.o).Get("form")) }

// Controls are the controls of a form, in order.
//
//omg:js Array.from($0.elements)
func (e Element) Controls() []Element { return elements(page.Must(e.o).Get("elements")) }

// RequestSubmit submits a form as a press of its button does: after a check, and
// with a submit event.
//
//omg:js $0.requestSubmit()
func (e Element) RequestSubmit() { page.Must(e.o).Call("requestSubmit") }

// Reset takes a form back to what its HTML says.
//
//omg:js $0.reset()
func (e Element) Reset() { page.Must(e.o).Call("reset") }

// Valid reports whether the control, or all of the form, holds what its
// attributes ask for. It fires invalid where not.
//
//omg:js $0.checkValidity()
func (e Element) Valid() bool { return truth(page.Must(e.o).Call("checkValidity")) }

// ReportValidity is [Element.Valid], and shows the user the first fault.
//
//omg:js $0.reportValidity()
func (e Element) ReportValidity() bool { return truth(page.Must(e.o).Call("reportValidity")) }

// Fault is what is wrong with a control, in the user's language, "" if nothing.
// In go test the texts are English, and not those of any browser.
//
//omg:js $0.validationMessage
func (e Element) Fault() string { return text(page.Must(e.o).Get("validationMessage")) }

// SetFault makes the control invalid with a text of one's own; "" ends that.
//
//omg:js $0.setCustomValidity($1)
func (e Element) SetFault(message string) { page.Must(e.o).Call("setCustomValidity", message) }
