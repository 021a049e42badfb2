package widget

import (
	"bytes"
	"testing"
)

// FuzzScan checks that the scanner never panics, and that it reads what a parser
// reads wherever it does not refuse.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		`<p class="a b" style="color: red">x &amp; y<br/><!-- c --><b>z</b></p>`, "<pre>\n\nx</pre>",
		`<svg><path d="M0"/><foreignObject><div>x</div></foreignObject></svg>`, `<textarea><b></textarea>`,
		`<table><tbody><tr><td>x</td></tr></tbody></table>`, `<p <b></p>`, `<p a='b"' c=d e></p>`, `<p><!--wc0--></p>`, `<p><!--wr3-->abc</p>`,
		`<select><option selected>a</option></select>`, `<p w-k="1" w-k="2"></p>`, `<P></P>`, "<p>\x00</p>", `<p></p ><`, `<a></a`, `<`, `</`, `<!`, `<!--`,
	} {
		f.Add([]byte(s))
	}
	var used outline // remembers tags of earlier runs
	f.Fuzz(func(t *testing.T, html []byte) {
		var o outline
		html = clean(html)
		if err := o.scan(html); err != nil || len(o.nodes) == 0 {
			return
		}
		if n := o.nodes[0]; int(n.size) != len(o.nodes) {
			t.Fatalf("%q: %d nodes, the root says %d", html, len(o.nodes), n.size)
		}
		records := o.pack(nil, nil)
		if len(records) != int(o.nodes[0].record) {
			t.Fatalf("%q: %d bytes of records, the root says %d", html, len(records), o.nodes[0].record)
		}
		o.structure()
		_ = o.verify() // must not panic
		if err := used.scan(html); err != nil || !bytes.Equal(used.pack(nil, nil), records) {
			t.Fatalf("%q is read in another way the second time: %v", html, err)
		}
		m := &mount{tree: &Tree{}, records: records, drawing: &drawing{outline: o}}
		d := differ{m: m, old: records, o: &m.drawing.outline, scratch: &scratch{}}
		d.root()
		if len(d.out) > 0 {
			t.Fatalf("%q differs from itself: %s", html, d.out)
		}
	})
}
