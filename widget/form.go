package widget

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/internal/wire"
)

// Submit handles a form that is sent. Its fields are decoded into v: a string,
// bool, number, time.Time, slice of those or [encoding.TextUnmarshaler] for each
// exported field of the struct T, found by the tag `form:"name"` or by the
// field's name, small and big letters alike. T may also be struct{}.
//
//	<form { t.On(widget.Submit(t.Add))... }>
//		<input { t.Field("title")... }/>
//		@t.Problem("title")
//	</form>
//
//	func (t *Todo) Add(ctx context.Context, f struct{ Title string }) error {
//		if f.Title == "" {
//			return widget.Invalid{"title": "Say what is to be done."}
//		}
//		…
//	}
//
// What cannot be decoded ("x" for a number) is [Invalid] before f runs. When f
// returns nil, what was typed into the form gives way to what the widget draws;
// when it is Invalid, it stays, and the first field with a problem gets the
// focus. The browser's own submission is always prevented.
func Submit[T any](f func(ctx context.Context, v T) error) Handler {
	return Handler{event: eventSubmit, fn: submit[T](f), wants: wantsForm, flags: prevent}
}

type submit[T any] func(context.Context, T) error

func (f submit[T]) call(ctx context.Context, m *mount, raw wire.Raw) error {
	var pairs [][2]string
	if err := wire.Decode(raw, &pairs, nil); err != nil {
		return err
	}
	v, invalid := decodeForm[T](pairs)
	if len(invalid) > 0 {
		return invalid
	}
	return f(ctx, v)
}

// Invalid is the error of a form with problems: for each field by its name, what
// is wrong, for the user to read. A handler of [Submit] returns it.
type Invalid map[string]string

// Error lists the problems.
func (v Invalid) Error() string {
	var b strings.Builder
	b.WriteString("widget: invalid form:")
	for _, name := range slices.Sorted(maps.Keys(v)) {
		b.WriteString(" " + name + ": " + v[name] + ";")
	}
	return strings.TrimSuffix(b.String(), ";")
}

// settled notes what became of a form, for the next drawing and for the page.
func (m *mount) settled(id uint32, err error) {
	invalid, _ := err.(Invalid)
	m.problems = invalid
	m.notes = append(m.notes, `,"f",`...)
	m.notes = strconv.AppendUint(m.notes, uint64(id), 10)
	if err == nil {
		m.notes = append(m.notes, ",1"...)
	} else {
		m.notes = append(m.notes, ",0"...)
	}
}

// Field draws the name of a form's field and, if the last [Submit] found a
// problem with it, says so to assistive technology, tied to its [Base.Problem].
func (b *Base) Field(name string) *Attributes {
	d := b.drawing("Field")
	items := []templ.KeyValue[string, any]{{Key: "name", Value: name}}
	if d.m.problems[name] != "" {
		items = append(items,
			templ.KeyValue[string, any]{Key: "aria-invalid", Value: "true"},
			templ.KeyValue[string, any]{Key: "aria-describedby", Value: d.m.problemID(name)})
	}
	return &Attributes{items: items}
}

// Problem draws what is wrong with a field, if the last [Submit] found anything:
// <p id=… data-part="problem">…</p>.
func (b *Base) Problem(name string) templ.Component {
	m := b.drawing("Problem").m
	text := m.problems[name]
	if text == "" {
		return templ.NopComponent
	}
	return problem(m.problemID(name), text)
}

func (m *mount) problemID(name string) string {
	return "w" + strconv.Itoa(int(m.id)) + "-" + name
}
