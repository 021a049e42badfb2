package tabs

import "github.com/omg-go/omg/dom"

// narrow is the width of a window in CSS pixels up to which a row that is too long
// becomes a list of choices, as at 400 %.
//
//omg:browser
const narrow = 320

// jump puts a select in place of a row that is too long for a narrow form.
func (f *PageForm) jump(long bool) {
	s := f.root.Find("[data-part=bar]").Find("select")
	if !long || dom.VisibleWidth() > narrow || f.vertical() {
		f.root.RemoveAttr("data-narrow")
		if s.Exists() {
			s.Remove()
		}
		return
	}
	if !s.Exists() {
		s = f.newJump()
	}
	f.fillJump(s)
	put(f.root, "data-narrow", "")
}

func (f *PageForm) newJump() dom.Element {
	s := dom.Create("select")
	s.SetAttr("aria-label", f.label())
	s.On("change", func(dom.Event) {
		if t := dom.ByID(s.Value()); t.Exists() {
			t.Click()
		}
		f.fillJump(s) // the choice may have been refused
	})
	f.list.Parent().Append(s)
	return s
}

func (f *PageForm) label() string {
	if f.list.HasAttr("role") {
		return f.list.Attr("aria-label")
	}
	return f.list.Find("[role=tablist]").Attr("aria-label")
}

// fillJump has the select offer the tabs as they are now.
func (f *PageForm) fillJump(s dom.Element) {
	options := s.Elements()
	for len(options) > len(f.tabs) {
		s.Last().Remove()
		options = options[:len(options)-1]
	}
	for i, t := range f.tabs {
		if i == len(options) {
			options = append(options, dom.Create("option"))
			s.Append(options[i])
		}
		o := options[i]
		if o.Text() != t.Text() {
			o.SetText(t.Text())
		}
		put(o, "value", t.ID())
		o.ToggleAttr("disabled", disabled(t))
	}
	if f.chosen.Exists() && s.Value() != f.chosen.ID() {
		s.SetValue(f.chosen.ID())
	}
}
