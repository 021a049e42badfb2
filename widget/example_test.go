package widget_test

import (
	"context"
	"fmt"
	"io"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// Hits counts clicks. A program writes Render in templ:
//
//	templ (h *Hits) Render() {
//		<button { h.On(widget.Click(h.Hit))... }>{ h.N } hits</button>
//	}
type Hits struct {
	widget.Base
	N int
}

func (h *Hits) Hit(context.Context) { h.N++ }

func (h *Hits) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, "<button")
		if err := templruntime.RenderAttributes(ctx, w, io.Discard, "button", h.On(widget.Click(h.Hit))); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, ">%d hits</button>", h.N)
		return err
	})
}

func Example() {
	page := widgettest.Mount(nil, &Hits{})
	defer page.End()
	page.Click("button")
	page.Click("button")
	fmt.Println(page.HTML())
	fmt.Println(page.Patches())
	// Output:
	// <button>2 hits</button>
	// [[0,1,"t",1,"1 hits"] [0,1,"t",1,"2 hits"]]
}
