package widget_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

var dotted = widget.NewStylesheet("test/dotted", ".dotted { border: 1px  dotted; }")

type framed struct{ widget.Base }

func (f *framed) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, `<p class="dotted">`)
		if err := dotted.Render(ctx, w); err != nil {
			return err
		}
		_, err := io.WriteString(w, "x</p>")
		return err
	})
}

func TestStylesheetLinksItsFile(t *testing.T) {
	html := widgettest.Mount(t, &framed{}).HTML()
	if !strings.Contains(html, `<link href="_omg/m/`) || !strings.Contains(html, `.css" rel="stylesheet"`) {
		t.Errorf("no link in %s", html)
	}
}

func TestStylesheetOutsideADrawing(t *testing.T) {
	if err := dotted.Render(t.Context(), io.Discard); !errors.Is(err, widget.ErrNoPage) {
		t.Errorf("got %v", err)
	}
}
