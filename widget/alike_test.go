package widget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/omg-go/omg/widget/widgettest"
)

// items draws a list of as many items as there are labels.
func items(tag, format string, labels ...string) string {
	var b strings.Builder
	for i, label := range labels {
		fmt.Fprintf(&b, format, i, label)
	}
	return "<" + tag + ">" + b.String() + "</" + tag + ">"
}

// Of new items that look alike the page gets one, and what differs in the others.
func TestCopies(t *testing.T) {
	const row = `<li w-k="%[1]d"><i>%[2]s</i></li>`
	for _, c := range []struct{ name, html, want string }{
		{"alike", items("ul", row, "a", "b", "a", "&lt;"), `[0,1,"k",0,0,1,"<li><i>a</i></li>",4,0,[[2]],["b","a","<"]]`},
		{"one that is not", items("ul", row, "a", "b", "c", "d", "", "f"), `[0,1,"i",0,0,1,"<li><i></i></li><li><i>f</i></li>","k",0,-1,1,"<li><i>a</i></li>",4,0,[[2]],["b","c","d"]]`},
		{"few", items("ul", row, "a", "b", "c"), `[0,1,"i",0,0,1,"<li><i>a</i></li><li><i>b</i></li><li><i>c</i></li>"]`},
		{"the same", items("ul", "<b></b>%[2]s", "", "", "", "", ""), `[0,1,"k",0,0,1,"<b></b>",5,0,[],[]]`},
		{"attributes", items("ul", `<a href="/%[1]d" title="%[2]s"></a>`, "x", "x", "x", "x"), `[0,1,"k",0,0,1,"<a href=\"/0\" title=\"x\"></a>",4,0,[[0,"href"]],["/1","/2","/3"]]`},
		{"handlers", items("ul", `<b^>%[2]s<i^></i></b>`, "a", "b", "c", "d"), `[0,1,"k",0,0,1,"<b w-copy w-click=+1>a<i w-click=+2></i></b>",4,2,[[1]],["b","c","d"],"e","click"]`},
		{"handlers alone", items("ul", `<b^>%[2]s</b>`, "x", "x", "x", "x"), `[0,1,"k",0,0,1,"<b w-copy w-click=+1>x</b>",4,1,[],[],"e","click"]`},
		{"up to one that begins alike", strings.Replace(items("ul", "<li><i>%[2]s</i><b></b></li>", "a", "a", "a", "a", "b"), "<i>b</i><b></b>", "<i>b</i><u></u>", 1),
			`[0,1,"i",0,0,1,"<li><i>b</i><u></u></li>","k",0,-1,1,"<li><i>a</i><b></b></li>",4,0,[],[]]`},
		{"classes", items("ul", `<b class="c%[1]d">%[2]s</b>`, "x", "x", "x", "x"), `[0,1,"i",0,0,1,"<b class=\"c0\">x</b><b class=\"c1\">x</b><b class=\"c2\">x</b><b class=\"c3\">x</b>"]`},
		{"elements of scripts", items("ul", "<x-y>%[2]s</x-y>", "a", "b", "c", "d"), `[0,1,"i",0,0,1,"<x-y>a</x-y><x-y>b</x-y><x-y>c</x-y><x-y>d</x-y>"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSheet("<ul></ul>")
			page := widgettest.Mount(t, s)
			page.Patches()
			s.html = c.html
			s.Redraw()
			page.Flush()
			if got := strings.Join(page.Patches(), "\n"); got != c.want {
				t.Errorf("\ngot  %s\nwant %s", got, c.want)
			}
			if got, want := page.HTML(), strings.ReplaceAll(c.html, "^", ""); strings.Count(got, "<") != strings.Count(want, "<") {
				t.Errorf("the page shows %s", got)
			}
		})
	}
}

// In a copy each handler is its own.
func TestCopiesHaveHandlers(t *testing.T) {
	s := newSheet("<ul></ul>")
	page := widgettest.Mount(t, s)
	s.html = items("ul", "<b^>%[2]s<i^></i></b>", "a", "b", "c", "d")
	s.Redraw()
	page.Flush()
	for i := range 4 {
		b, id := fmt.Sprintf("b:nth-child(%d)", i+1), 2*i+1
		if outer, inner := page.Attr(b, "w-click"), page.Attr(b+" i", "w-click"); outer != fmt.Sprint(id) || inner != fmt.Sprint(id+1) {
			t.Errorf("%s has handlers %s and %s, want %d and %d", b, outer, inner, id, id+1)
		}
	}
}
