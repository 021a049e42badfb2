package widgettest_test

import (
	"context"
	"fmt"
	"io"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// Echo repeats what is typed.
type Echo struct {
	widget.Base
	text string
}

func (e *Echo) Type(_ context.Context, text string) { e.text = text }

func (e *Echo) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, "<label><input")
		if err := templruntime.RenderAttributes(ctx, w, io.Discard, "input", e.On(widget.Input(e.Type))); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, "> <output>%s</output></label>", templ.EscapeString(e.text))
		return err
	})
}

func ExamplePage_Type() {
	page := widgettest.Mount(nil, &Echo{})
	defer page.End()
	page.Type("input", "hello")
	fmt.Println(page.Text("output"))
	// Output: hello
}
