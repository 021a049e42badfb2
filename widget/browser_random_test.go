package widget_test

import (
	"os"
	"strings"
	"testing"
)

// browserCanonical has Chromium parse and tell the HTML.
func (tb *tab) canonical(text string) string {
	tb.t.Helper()
	text = strings.NewReplacer("`", "\\`", "\\", "\\\\", "style=", "w-style=", "<!-- c -->", "").Replace(text)
	return tb.eval("(async () => { const d = (await import('./test.js')).parse(`" + text + "`); for (const e of d.querySelectorAll('[w-style]')) e.style.cssText = e.getAttribute('w-style'); return plain(d.querySelector('main')) })()")
}

// hostile is a script that puts nodes of its own before and after everything.
const hostile = `(() => {
	for (const e of document.querySelectorAll('main, main *')) {
		if (e.closest('svg, select, textarea') || e.localName === 'mark') continue;
		if (e.localName !== 'main') e.before(document.createElement('mark'));
		if (!/^(br|input|textarea|select)$/.test(e.localName)) e.append(document.createElement('mark'));
	}
	return '';
})()`

func TestChromiumRandomTrees(t *testing.T) {
	seeds := uint64(6)
	if os.Getenv("OMG_LONG") != "" {
		seeds = 200
	}
	for seed := range seeds {
		r := newMaker(seed)
		s := newSheet(r.page())
		tb := openTab(t, s, "")
		if seed%2 == 1 {
			tb.tree.Production()
		}
		for step := range 8 {
			if seed%3 == 0 {
				tb.eval(hostile)
			}
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
