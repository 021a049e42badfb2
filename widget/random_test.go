package widget_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"

	"github.com/omg-go/omg/widget"
)

// A sheet is a widget that draws whatever a test puts into it: "@3" stands for its
// child 3, "^" for a handler in a tag.
type sheet struct {
	widget.Base
	html string
	kids map[int]*sheet
	ran  int
}

func (s *sheet) hit(context.Context) { s.ran++ }

func (s *sheet) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		rest := s.html
		for {
			i := strings.IndexAny(rest, "@^")
			if i < 0 {
				_, err := io.WriteString(w, rest)
				return err
			}
			io.WriteString(w, rest[:i])
			if rest[i] == '^' {
				if err := templruntime.RenderAttributes(ctx, w, io.Discard, "div", s.On(widget.Click(s.hit))); err != nil {
					return err
				}
				rest = rest[i+1:]
				continue
			}
			if err := widget.Show(s.kids[int(rest[i+1]-'0')]).Render(ctx, w); err != nil {
				return err
			}
			rest = rest[i+2:]
		}
	})
}

// newSheet returns a sheet with children 0 to 5.
func newSheet(html string) *sheet {
	s := &sheet{html: html, kids: map[int]*sheet{}}
	for i := range 6 {
		s.kids[i] = &sheet{html: fmt.Sprintf("<em>child %d</em>", i)}
	}
	return s
}

// want is what a browser would show of the HTML.
func (s *sheet) want() string {
	out := s.html
	for i, k := range s.kids {
		out = strings.ReplaceAll(out, fmt.Sprint("@", i), k.html)
	}
	return strings.ReplaceAll(out, "^", "")
}

// A maker makes random HTML.
type maker struct {
	*rand.Rand
	kids map[int]bool
	svg  bool
}

func newMaker(seed uint64) *maker { return &maker{Rand: rand.New(rand.NewPCG(seed, 1))} }

func (r *maker) page() string {
	r.kids = map[int]bool{}
	return "<main" + r.attributes() + ">" + r.content(3) + "</main>"
}

func (r *maker) pick(list ...string) string { return list[r.IntN(len(list))] }

func (r *maker) content(depth int) string {
	var b strings.Builder
	keyed := r.IntN(2) == 0
	keys := r.Perm(8)
	for i := range r.IntN(6) {
		if r.IntN(3) == 0 {
			b.WriteString(r.pick("text ", "x &amp; y", " ", "&lt;b&gt;\"'", "zzz\n", "é€😀", "a<!-- c -->b"))
		}
		if child := r.IntN(6); depth > 0 && !r.svg && r.IntN(6) == 0 && !r.kids[child] {
			r.kids[child] = true
			fmt.Fprintf(&b, "@%d", child)
			continue
		}
		if r.IntN(8) == 0 && !r.svg {
			b.WriteString(r.alike(keyed, i))
			continue
		}
		key := ""
		if keyed {
			key = fmt.Sprintf(` w-k="%d"`, keys[i])
		}
		b.WriteString(r.element(depth, key))
	}
	return b.String()
}

// alike makes items that look alike, but for one perhaps.
func (r *maker) alike(keyed bool, place int) string {
	tag, attributes, field := r.pick("div", "b"), r.attributes(), r.pick("", "<input>", `<input value="%d">`, `<br title="%d">`)
	odd := r.IntN(12)
	var b strings.Builder
	for _, i := range r.Perm(r.IntN(9)) {
		key := ""
		if keyed {
			key = fmt.Sprintf(` w-k="%d.%d"`, place, i)
		}
		if i == odd {
			attributes = r.attributes()
		}
		text := r.pick("same", "x &amp; y", "&lt;", "\"é", fmt.Sprint(i))
		fmt.Fprintf(&b, "<%s%s%s>%s<i^>%s<!-- c -->%d</i></%s>", tag, key, attributes, strings.ReplaceAll(field, "%d", fmt.Sprint(i)), text, i, tag)
	}
	return b.String()
}

func (r *maker) element(depth int, key string) string {
	if r.svg {
		tag := r.pick("g", "circle", "linearGradient")
		return "<" + tag + key + r.attributes() + ">" + r.inner(depth) + "</" + tag + ">"
	}
	switch r.IntN(12) {
	case 0:
		return "<br" + key + r.attributes() + ">"
	case 1:
		return `<input` + key + r.attributes() + r.pick("", ` value="a"`, ` value="b&amp;"`) + ">"
	case 2:
		return `<input type="checkbox"` + key + r.attributes() + r.pick("", " checked") + ">"
	case 3:
		return "<textarea" + key + r.attributes() + ">" + r.pick("", "one", "two &lt;") + "</textarea>"
	case 4:
		return "<select" + key + r.attributes() + "><option" + r.pick("", " selected") + ">a</option><option" + r.pick("", " value=\"2\"") + ">b</option></select>"
	case 5:
		r.svg = true
		defer func() { r.svg = false }()
		return "<svg" + key + r.attributes() + ">" + r.inner(depth) + "</svg>"
	case 6:
		return "<details" + key + r.attributes() + r.pick("", " open") + "><summary>s</summary>" + r.inner(depth) + "</details>"
	}
	tag := r.pick("div", "span", "b", "i", "section")
	return "<" + tag + key + r.attributes() + ">" + r.inner(depth) + "</" + tag + ">"
}

func (r *maker) inner(depth int) string {
	if depth == 0 {
		return ""
	}
	return r.content(depth - 1)
}

func (r *maker) attributes() string {
	var b strings.Builder
	if r.IntN(3) == 0 {
		b.WriteString(" class=\"" + r.pick("a", "a b", "", "b c d") + "\"")
	}
	if r.IntN(4) == 0 {
		b.WriteString(r.pick(` title="1"`, ` title="2"`, ` data-x="&quot;"`, ` hidden`))
	}
	if r.IntN(6) == 0 {
		b.WriteString(" style=\"" + r.pick("color: red", "color: blue; width: 1px", "") + "\"")
	}
	if r.IntN(5) == 0 {
		b.WriteString("^")
	}
	return b.String()
}
