package widget

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// ErrShown is the error of a drawing that shows a widget that is mounted in
// another session, or twice in one page.
var ErrShown = errors.New("widget: shown a second time")

// ErrNoPage is the error of [Show] and [Base.On] outside of a drawing.
var ErrNoPage = errors.New("widget: not drawn in a page")

// Show places a child widget in the drawing of its parent:
//
//	@widget.Show(t.Clock)
//
// The child is mounted and drawn when it is first shown. Later drawings of the
// parent keep its nodes and do not enter it. It is unmounted at the end of a turn
// in which no parent showed it any more; a child that another parent shows in the
// same turn moves there with its nodes. Show of nil draws nothing.
func Show(w Widget) templ.Component { return shown{w} }

type shown struct{ w Widget }

func (s shown) Render(ctx context.Context, out io.Writer) error {
	if s.w == nil {
		return nil
	}
	d := drawingOf(ctx)
	if d == nil {
		return ErrNoPage
	}
	ordinal, err := d.show(s.w)
	if err != nil {
		return err
	}
	return writeMarker(out, markerChild, ordinal)
}

// Raw places HTML that you trust, as it is, within an element whose only content
// it must be:
//
//	<article>@widget.Raw(post.HTML)</article>
//
// The HTML is compared and replaced as a whole. It is parsed in each drawing, so
// that tags left open end with it; a long one is best in a widget of its own. It
// can hold no handlers. What [Widget] drawings refuse is refused in it too.
func Raw(html string) templ.Component { return raw(html) }

type raw string

func (r raw) Render(ctx context.Context, out io.Writer) error {
	text, err := balanced(string(r))
	if err != nil {
		return err
	}
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\r", "\n"), "\uFFFD") // as clean would
	if err := writeMarker(out, markerRaw, len(text)); err != nil {
		return err
	}
	_, err = io.WriteString(out, text)
	return err
}
