package svg_test

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/svg"
	"github.com/omg-go/omg/widget"
)

// picture is a widget that shows a drawing.
type picture struct {
	widget.Base
	draw  func(p *picture) templ.Component
	taken int
}

func (p *picture) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, "<div>")
		if err := p.draw(p).Render(ctx, w); err != nil {
			return err
		}
		_, err := io.WriteString(w, "</div>")
		return err
	})
}

func page(t *testing.T, draw func(p *picture) templ.Component) string {
	t.Helper()
	s := bridge.NewSession(bridge.NewHub(bridge.Options{}), t.Context())
	tree, err := widget.Attach(s, &picture{draw: draw}, widget.Options{})
	if err != nil {
		t.Fatal(err)
	}
	html, err := tree.Draw(s.Context())
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

// TestInAWidget: what a drawing is made of passes the checks of a widget in development,
// which compares it with what a parser makes of it.
func TestInAWidget(t *testing.T) {
	for _, d := range drawings() {
		t.Run(d.name, func(t *testing.T) {
			got := page(t, func(*picture) templ.Component { return d.component })
			alone := draw(t, d.component)
			if i := strings.LastIndexByte(alone, '<'); !strings.Contains(got, alone[i:]) || !strings.Contains(got, "<svg") {
				t.Errorf("got %s", got)
			}
		})
	}
}

// TestHandlersOnShapes: a shape takes the handlers and the key of its widget. Without the
// keys, the widget would refuse a function literal that is drawn twice.
func TestHandlersOnShapes(t *testing.T) {
	got := page(t, func(p *picture) templ.Component {
		e := box().Figure("Seats")
		for i := range 2 {
			e.Add(svg.Circle(float64(i), 0, 1).Button("Seat").Attrs(p.Key(i)).
				Attrs(p.On(widget.Click(func(context.Context) { p.taken = i }), widget.KeyDown(p.press))))
		}
		return e
	})
	for _, circle := range strings.Split(got, "<circle")[1:] {
		tag, _, _ := strings.Cut(circle, ">")
		if !strings.Contains(tag, "click=") || !strings.Contains(tag, "keydown=") {
			t.Errorf("got <circle%s>", tag)
		}
	}
}

func (p *picture) press(context.Context) {}
