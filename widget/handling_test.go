package widget_test

import (
	"context"
	"io"
	"testing"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// nest is a widget with a button, in another one or alone.
type nest struct {
	widget.Base
	inner *nest
	press func(ctx context.Context)
}

func (n *nest) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, `<div><button`)
		attrs(ctx, w, n.On(widget.Click(n.press)))
		io.WriteString(w, `>x</button>`)
		if n.inner != nil {
			if err := widget.Show(n.inner).Render(ctx, w); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, `</div>`)
		return err
	})
}

func TestHandlerOf(t *testing.T) {
	inner, outer := &nest{}, &nest{}
	outer.inner = inner
	var of []bool
	note := func(ctx context.Context) {
		of = []bool{widget.HandlerOf(ctx, outer), widget.HandlerOf(ctx, inner), widget.HandlerOf(ctx, nil)}
	}
	inner.press, outer.press = note, note
	page := widgettest.Mount(t, outer)
	for selector, want := range map[string][3]bool{"div > div > button": {true, true, true}, "div > button": {true, false, true}} {
		if page.Click(selector); [3]bool(of) != want {
			t.Errorf("%s: %v, want %v", selector, of, want)
		}
	}
	if page.Do(note); of[2] {
		t.Error("a turn that no event began is taken for a handler")
	}
}
