package conformance

import (
	"context"
	"strconv"

	"github.com/omg-go/omg/dom"
)

//omg:browser
func forms() []Case {
	return []Case{
		{"value and attribute", func(_ context.Context, at dom.Element) string {
			in := add(at, "input")
			in.SetAttr("value", "a")
			before := in.Value()
			in.SetValue("b\nc")
			in.SetAttr("value", "d")
			return join(before, in.Value(), in.Attr("value"))
		}},
		{"numbers only", func(_ context.Context, at dom.Element) string {
			in := field(at, "number")
			in.SetValue("x1")
			bad := in.Value()
			in.SetValue("1.5e3")
			return join("["+bad+"]", in.Value())
		}},
		{"lines of a textarea", func(_ context.Context, at dom.Element) string {
			area := add(at, "textarea")
			area.SetText("a\r\nb")
			before := area.Value()
			area.SetValue("c\rd")
			return join(strconv.Quote(before), strconv.Quote(area.Value()), strconv.Quote(area.Text()))
		}},
		{"selection counts bytes", func(_ context.Context, at dom.Element) string {
			in := add(at, "input")
			in.SetValue("aé😀z")
			in.SetSelection(3, 7)
			start, end := in.Selection()
			in.SetSelection(2, 99)
			from, to := in.Selection()
			in.Select()
			_, all := in.Selection()
			return join(strconv.Itoa(start), strconv.Itoa(end), strconv.Itoa(from), strconv.Itoa(to), strconv.Itoa(all))
		}},
		{"the caret after a new value", func(_ context.Context, at dom.Element) string {
			in := add(at, "input")
			in.SetValue("abc")
			in.SetSelection(1, 1)
			in.SetValue("abc")
			same, _ := in.Selection()
			in.SetValue("ab")
			other, _ := in.Selection()
			return join(strconv.Itoa(same), strconv.Itoa(other))
		}},
		{"a box", func(_ context.Context, at dom.Element) string {
			box, log := field(at, "checkbox"), ""
			for _, name := range []string{"click", "input", "change"} {
				box.On(name, func(e dom.Event) { log += e.Type() + yes(box.Checked()) + " " })
			}
			box.Click()
			stop := box.On("click", func(e dom.Event) { e.PreventDefault() })
			box.Click()
			stop()
			return join(log, yes(box.Checked()), box.Value())
		}},
		{"radio buttons of a group", func(_ context.Context, at dom.Element) string {
			a, b, c := field(at, "radio"), field(at, "radio"), field(at, "radio")
			a.SetAttr("name", "g")
			b.SetAttr("name", "g")
			a.SetChecked(true)
			c.SetChecked(true)
			b.Click()
			return join(yes(a.Checked()), yes(b.Checked()), yes(c.Checked()))
		}},
		{"a label's click", func(_ context.Context, at dom.Element) string {
			label := add(at, "label")
			box := field(label, "checkbox")
			label.Click()
			label.Click()
			label.Click()
			return yes(box.Checked())
		}},
		{"a disabled button", func(_ context.Context, at dom.Element) string {
			button, n := add(at, "button"), 0
			button.On("click", func(dom.Event) { n++ })
			button.SetDisabled(true)
			button.Click()
			return strconv.Itoa(n)
		}},
		{"a select", func(_ context.Context, at dom.Element) string {
			list := add(at, "select")
			for _, v := range []string{"a", "b", "c"} {
				add(list, "option").SetText(v)
			}
			first := list.Value()
			list.SetValue("c")
			at2 := list.Selected()
			list.SetValue("none")
			return join(first, strconv.Itoa(at2), strconv.Itoa(list.Selected()), "["+list.Value()+"]", strconv.Itoa(len(list.SelectedValues())))
		}},
		{"validity", func(_ context.Context, at dom.Element) string {
			in := field(at, "email")
			in.SetAttr("required", "")
			empty := in.Valid()
			in.SetValue("no mail")
			bad := in.Valid()
			in.SetValue("a@b.c")
			good := in.Valid()
			in.SetFault("taken")
			return join(yes(empty), yes(bad), yes(good), yes(in.Valid()), in.Fault())
		}},
		{"ranges and patterns", func(_ context.Context, at dom.Element) string {
			n, z := field(at, "number"), add(at, "input")
			n.SetAttr("min", "3")
			n.SetAttr("max", "5")
			z.SetAttr("pattern", "[0-9]{3}")
			result := ""
			for _, v := range []string{"", "2", "3", "6"} {
				n.SetValue(v)
				result += yes(n.Valid()) + " "
			}
			for _, v := range []string{"", "12", "123", "1234"} {
				z.SetValue(v)
				result += yes(z.Valid()) + " "
			}
			return result
		}},
		{"submit", func(_ context.Context, at dom.Element) string {
			form, log := add(at, "form"), ""
			in, button := add(form, "input"), add(form, "button")
			in.SetAttr("required", "")
			form.On("submit", func(e dom.Event) {
				e.PreventDefault()
				log += yes(e.Submit().Submitter() == button) + " "
			})
			button.Click()
			in.SetValue("x")
			button.Click()
			form.RequestSubmit()
			return join(log, strconv.Itoa(len(form.Controls())), yes(in.Form() == form))
		}},
		{"reset", func(_ context.Context, at dom.Element) string {
			form := add(at, "form")
			in, box := add(form, "input"), field(form, "checkbox")
			in.SetAttr("value", "first")
			in.SetValue("second")
			box.SetChecked(true)
			form.Reset()
			return join(in.Value(), yes(box.Checked()))
		}},
		{"focus", func(_ context.Context, at dom.Element) string {
			a, p, log := add(at, "input"), add(at, "p"), ""
			for _, name := range []string{"focus", "blur"} {
				a.On(name, func(e dom.Event) { log += e.Type() + " " })
			}
			a.Focus()
			p.Focus()
			first := a.Focused()
			p.SetTabIndex(-1)
			p.Focus()
			second := dom.Active() == p
			p.Remove()
			return join(log, yes(first), yes(second), yes(dom.Active() == dom.Body()), strconv.Itoa(a.TabIndex()))
		}},
	}
}

//omg:browser
func field(to dom.Element, kind string) dom.Element {
	in := add(to, "input")
	in.SetAttr("type", kind)
	return in
}
