package widget_test

import (
	"strings"
	"testing"
)

// browserCanonical has Chromium parse and tell the HTML.
func (tb *tab) canonical(text string) string {
	tb.t.Helper()
	text = strings.NewReplacer("`", "\\`", "\\", "\\\\", "style=", "w-style=", "<!-- c -->", "").Replace(text)
	return tb.eval("(async () => { const d = (await import('./test.js')).parse(`" + text + "`); for (const e of d.querySelectorAll('[w-style]')) e.style.cssText = e.getAttribute('w-style'); return plain(d.querySelector('main')) })()")
}

func TestChromiumRandomTrees(t *testing.T) {
	for seed := range uint64(6) {
		r := newMaker(seed)
		s := newSheet(r.page())
		tb := openTab(t, s, "")
		for step := range 8 {
			before := s.html
			s.html = r.page()
			tb.redraw(s)
			if len(tb.errs) > 0 {
				t.Fatal(tb.errs)
			}
			if got, want := tb.html(), tb.canonical(s.want()); got != want {
				t.Fatalf("seed %d step %d\nfrom %s\nto   %s\ngot  %s\nwant %s", seed, step, before, s.html, got, want)
			}
		}
		if n := tb.tree.Reports(); n > 0 {
			t.Errorf("seed %d: %d widgets had to be sent whole", seed, n)
		}
	}
}
