package widgettest_test

import (
	"context"
	"io"
	"testing"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

type note struct{ widget.Base }

func (n *note) Render() templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, "<p>placed</p>")
		return err
	})
}

func TestPlaceInTheBodyOrNowhere(t *testing.T) {
	for selector, want := range map[string]int{"body": 1, "#nowhere": 0} {
		p := widgettest.Mount(t, &note{})
		p.Do(func(ctx context.Context) {
			if err := widget.Place(ctx, selector, &note{}); err != nil {
				t.Error(err)
			}
		})
		if got := p.Count("p") - 1; got != want {
			t.Errorf("%s: %d placed, want %d", selector, got, want)
		}
	}
}
