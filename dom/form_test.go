package dom_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

const order = `<form>
<input id=name required value="first">
<input id=mail type=email>
<input id=age type=number min=18 max=99>
<input id=zip pattern="[0-9]{5}">
<textarea id=note>
a
b</textarea>
<label for=ok>Agree</label><input id=ok type=checkbox>
<label>Small <input type=radio name=size value=s checked></label><label>Large <input type=radio name=size value=l></label>
<select id=land><option>CH<option value=se selected>Sweden<option disabled>XX</select>
<select id=many multiple><option selected>1<option>2<option selected>3</select>
<button>Send</button><button type=reset>Reset</button></form>`

func TestFieldsKeepWhatIsTyped(t *testing.T) {
	page := domtest.New(t, order)
	name := page.Find("#name")
	var log []string
	for _, event := range []string{"focus", "keydown", "beforeinput", "input", "keyup", "change", "blur"} {
		name.On(event, func(e dom.Event) { log = append(log, e.Type()) })
	}
	name.SetSelection(0, 5)
	page.Type(name, "aé")
	page.Press(name, "Backspace")
	equal(t, "value", name.Value(), "a")
	equal(t, "attribute", name.Attr("value"), "first")
	equal(t, "events", strings.Join(log[:5], " "), "focus keydown beforeinput input keyup")
	name.On("keydown", func(e dom.Event) { e.PreventDefault() })
	page.Type(name, "b")
	equal(t, "prevented", name.Value(), "a")
	page.Fill(name, "c")
	equal(t, "last events", strings.Join(log[len(log)-3:], " "), "input change blur")
	equal(t, "textarea", page.Find("#note").Value(), "a\nb")
	name.SetDisabled(true)
	equal(t, "disabled", name.Disabled(), true)
}

func TestBoxesAndRadios(t *testing.T) {
	page := domtest.New(t, order)
	box, changes := page.Find("#ok"), 0
	box.On("change", func(dom.Event) { changes++ })
	page.Click(page.Find("label"))
	equal(t, "by its label", box.Checked(), true)
	stop := box.On("click", func(e dom.Event) { equal(t, "toggled before", box.Checked(), false); e.PreventDefault() })
	page.Click(box)
	equal(t, "prevented", box.Checked(), true)
	stop()
	box.SetChecked(false)
	equal(t, "set without events", changes, 1)
	radios := dom.FindAll("[type=radio]")
	page.Click(radios[1].Parent())
	equal(t, "one of a group", !radios[0].Checked() && radios[1].Checked(), true)
	box.SetDisabled(true)
	page.Click(box)
	equal(t, "disabled", box.Checked(), false)
}

func TestSelects(t *testing.T) {
	page := domtest.New(t, order)
	land := page.Find("#land")
	equal(t, "value", land.Value(), "se")
	equal(t, "index", land.Selected(), 1)
	land.SetValue("CH")
	equal(t, "set", land.Selected(), 0)
	land.SetValue("none")
	equal(t, "none", land.Selected(), -1)
	equal(t, "no value", land.Value(), "")
	land.SetSelected(1)
	page.Fill(land, "CH")
	equal(t, "filled", strings.Join(land.SelectedValues(), ","), "CH")
	equal(t, "many", strings.Join(page.Find("#many").SelectedValues(), ","), "1,3")
}

func TestValidity(t *testing.T) {
	page := domtest.New(t, order)
	form, invalid := page.Find("form"), 0
	dom.Document().OnWith("invalid", dom.Options{Capture: true}, func(dom.Event) { invalid++ })
	for id, value := range map[string]string{"#name": "", "#mail": "x", "#age": "17", "#zip": "1234"} {
		field := page.Find(id)
		old := field.Value()
		field.SetValue(value)
		if field.Valid() || field.Fault() == "" || form.Valid() {
			t.Errorf("%s with %q is valid", id, value)
		}
		field.SetValue(old)
	}
	equal(t, "events", invalid, 8)
	equal(t, "valid", form.Valid(), true)
	page.Find("#zip").SetFault("no such place")
	equal(t, "custom", page.Find("#zip").Fault(), "no such place")
	equal(t, "reported", form.ReportValidity(), false)
	equal(t, "focus", page.Find("#zip").Focused(), true)
	page.Find("#zip").SetFault("")
	equal(t, "again", form.ReportValidity(), true)
}

func TestSubmitAndReset(t *testing.T) {
	page := domtest.New(t, order)
	form := page.Find("form")
	var by []string
	form.On("submit", func(e dom.Event) {
		e.PreventDefault()
		if button := e.Submit().Submitter(); button.Exists() {
			by = append(by, button.Text())
		} else {
			by = append(by, "none")
		}
	})
	page.Find("#name").SetValue("")
	page.Click(page.Find("button"))
	equal(t, "an invalid form is not submitted", len(by), 0)
	page.Find("#name").SetValue("x")
	page.Click(page.Find("button"))
	page.Press(page.Find("#mail"), "Enter")
	form.RequestSubmit()
	equal(t, "submitters", strings.Join(by, ","), "Send,Send,none")
	equal(t, "controls", len(form.Controls()), 12)
	equal(t, "form", page.Find("#mail").Form(), form)
	page.Click(page.Find("[type=reset]"))
	equal(t, "reset", page.Find("#name").Value(), "first")
	form.Reset()
}

func TestSelectionCountsBytes(t *testing.T) {
	page := domtest.New(t, `<input value="aé😀z">`)
	in := page.Find("input")
	for _, test := range []struct{ start, end, wantStart, wantEnd int }{
		{0, 0, 0, 0}, {1, 3, 1, 3}, {3, 7, 3, 7}, {7, 8, 7, 8}, {0, 99, 0, 8},
		{2, 3, 1, 3}, {5, 7, 3, 7}, // within a character
	} {
		in.SetSelection(test.start, test.end)
		if start, end := in.Selection(); start != test.wantStart || end != test.wantEnd {
			t.Errorf("SetSelection(%d, %d) selects %d, %d", test.start, test.end, start, end)
		}
	}
	in.SetSelection(3, 7)
	page.Type(in, "x")
	equal(t, "typed over", in.Value(), "aéxz")
	start, end := in.Selection()
	equal(t, "caret", start == 4 && end == 4, true)
	in.Select()
	_, end = in.Selection()
	equal(t, "all", end, 5)
	in.SetValue("new")
	start, _ = in.Selection()
	equal(t, "after a set value", start, 3)
}

func TestFocus(t *testing.T) {
	page := domtest.New(t, `<input id=a><input id=b disabled><p id=c></p><p id=d tabindex=-1></p>`)
	a, b, c, d := page.Find("#a"), page.Find("#b"), page.Find("#c"), page.Find("#d")
	log := ""
	dom.Document().On("focusin", func(e dom.Event) { log += "+" + e.Target().ID() })
	dom.Document().On("focusout", func(e dom.Event) { log += "-" + e.Target().ID() })
	equal(t, "body first", dom.Active(), dom.Body())
	a.Focus()
	b.Focus()
	c.Focus()
	equal(t, "stays", a.Focused(), true)
	d.FocusStill()
	equal(t, "moves", dom.Active(), d)
	d.Blur()
	a.Focus()
	a.Remove()
	equal(t, "a removed element loses it", dom.Active(), dom.Body())
	equal(t, "log", log, "+a-a+d-d+a")
	c.SetTabIndex(0)
	equal(t, "index", c.TabIndex(), 0)
	c.Focus()
	equal(t, "now it can", c.Focused(), true)
}
