package widget_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

type order struct {
	Title string
	Count int
	Tags  []string
	Agree bool
	Price *float64 `form:"price"`
}

func TestForm(t *testing.T) {
	var got []order
	s := &scene{}
	s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<form")
		attrs(ctx, w, s.On(widget.Submit(func(_ context.Context, o order) error {
			if o.Title == "" {
				return widget.Invalid{"title": "Say what."}
			}
			got = append(got, o)
			return nil
		})))
		io.WriteString(w, "><input")
		attrs(ctx, w, s.Field("title"))
		io.WriteString(w, ">")
		if err := s.Problem("title").Render(ctx, w); err != nil {
			return err
		}
		io.WriteString(w, "<input")
		attrs(ctx, w, s.Field("count"))
		io.WriteString(w, ">")
		if err := s.Problem("count").Render(ctx, w); err != nil {
			return err
		}
		_, err := io.WriteString(w, `<select name="tags"><option>a</option><option>b</option></select><input type="checkbox" name="agree"><button>ok</button></form>`)
		return err
	}
	page := widgettest.Mount(t, s)
	page.Click("button")
	if page.Text("[data-part=problem]") != "Say what." || page.Attr("[name=title]", "aria-invalid") != "true" ||
		page.Attr("[name=title]", "aria-describedby") != page.Attr("[data-part=problem]", "id") {
		t.Errorf("after the first try: %s", page.HTML())
	}
	if p := page.Patches(); !strings.Contains(p[len(p)-1], `"f",1,0`) {
		t.Errorf("the page was not told of the problem: %s", p)
	}
	page.Type("[name=title]", "Bread")
	page.Type("[name=count]", "x")
	page.Click("button")
	if len(got) != 0 || page.Attr("[name=count]", "aria-invalid") != "true" || page.Count("[data-part=problem]") != 1 {
		t.Errorf("after the second try: %s", page.HTML())
	}
	page.Type("[name=count]", " 12 ")
	page.Choose("select", "b")
	page.Check("[type=checkbox]", true)
	page.Click("button")
	if len(got) != 1 || fmt.Sprintf("%+v", got[0]) != "{Title:Bread Count:12 Tags:[b] Agree:true Price:<nil>}" {
		t.Fatalf("got %+v", got)
	}
	if page.Count("[data-part=problem]") != 0 {
		t.Errorf("problems stay: %s", page.HTML())
	}
}

// What the user typed is what the next drawing is compared with.
func TestHandlerCanTakeBackWhatWasTyped(t *testing.T) {
	value, checked := "", false
	s := &scene{}
	s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
		fmt.Fprintf(w, `<p><input id="a" value="%s"`, value)
		attrs(ctx, w, s.On(widget.Input(func(_ context.Context, v string) { value = strings.ToUpper(v) }), widget.KeyDown(func(context.Context) { value = "" }).Keys("Enter")))
		io.WriteString(w, `><input id="b" type="checkbox"`)
		if checked {
			io.WriteString(w, " checked")
		}
		attrs(ctx, w, s.On(widget.Change(func(_ context.Context, on bool) { s.n++ })))
		_, err := io.WriteString(w, "></p>")
		return err
	}
	page := widgettest.Mount(t, s)
	page.Type("#a", "abc")
	if got := page.Attr("#a", "value"); got != "ABC" {
		t.Errorf("got %q", got)
	}
	page.Press("#a", "Enter")
	if got := page.Attr("#a", "value"); got != "" {
		t.Errorf("after Enter: %q", got)
	}
	page.Check("#b", true)
	if page.Count("[checked]") != 0 || s.n != 1 {
		t.Errorf("the refused check stays: %s, ran %d", page.HTML(), s.n)
	}
}

// The page drops a value that is older than what the user typed since.
func TestUserWins(t *testing.T) {
	value := ""
	s := &scene{}
	s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
		fmt.Fprintf(w, `<input value="%s"`, value)
		attrs(ctx, w, s.On(widget.Input(func(_ context.Context, v string) { value = strings.ToUpper(v) })))
		_, err := io.WriteString(w, ">")
		return err
	}
	page := widgettest.Mount(t, s)
	page.Send(`[0,1,1,"abc",1]`)
	p := page.Patches()
	if len(p) == 0 || !strings.Contains(p[len(p)-1], `"v",0,"ABC",1`) {
		t.Errorf("got %s, want the count of edits with the value", p)
	}
}
