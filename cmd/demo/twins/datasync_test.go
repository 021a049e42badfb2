package twins_test

import (
	"strings"
	"testing"
	"time"

	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/cmd/demo/twins"
	"github.com/omg-go/omg/datasync"
)

// TestDataSync is rows D1 and D2: every page is told, one that was away once when
// it comes back, and not of what did not change.
func TestDataSync(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	changes, same := &twins.Cart{}, &twins.Cart{}
	shows := func(p tab, c *twins.Cart, want string) {
		t.Helper()
		var got string
		eventually(t, want, func() bool {
			got = must[string](t)(twins.CallShowCart.Call(p.ctx, c))
			return got == want
		})
	}
	for _, p := range []tab{one, two} {
		shows(p, changes, "0 ")
		shows(p, same, "0 ")
	}
	add := func(item string) {
		changes.Update(t.Context(), func() { changes.Items = append(changes.Items, item) })
		changes.Changed(t.Context())
	}
	add("milk")
	shows(one, changes, "1 milk")
	shows(two, changes, "1 milk")
	two.away(t, func() {
		add("tea")
		shows(one, changes, "2 milk,tea") // nobody waits for the page that is away
		add("jam")
		shows(one, changes, "3 milk,tea,jam")
	})
	shows(two, changes, "2 milk,tea,jam")
	shows(two, same, "0 ")
	two.away(t, func() {})
	shows(two, changes, "2 milk,tea,jam")
	shows(one, same, "0 ")
}

// TestTwoServers is row D3: two servers over one bus.
func TestTwoServers(t *testing.T) {
	b := bus.NewMemory(bus.Options{})
	t.Cleanup(func() { b.Close() })
	one, two := serve(t).open(), serve(t).open()
	here, there := &twins.Cart{Items: []string{"milk"}}, &twins.Cart{Items: []string{"milk, there"}}
	for _, c := range []*twins.Cart{here, there} {
		if err := datasync.Share(t.Context(), b, "cart", c); err != nil {
			t.Fatal(err)
		}
	}
	show := func(p tab, c *twins.Cart) string { return must[string](t)(twins.CallShowCart.Call(p.ctx, c)) }
	show(one, here)
	show(two, there)
	here.Changed(t.Context())
	eventually(t, "here", func() bool { return show(one, here) == "1 milk" })
	eventually(t, "there", func() bool { return show(two, there) == "1 milk, there" })
	two.away(t, func() {
		here.Changed(t.Context())
		eventually(t, "here", func() bool { return show(one, here) == "2 milk" })
		there.Changed(t.Context())
		eventually(t, "here, from there", func() bool { return show(one, here) == "3 milk" })
	})
	eventually(t, "there, once", func() bool { return show(two, there) == "2 milk, there" })
	time.Sleep(20 * time.Millisecond)
	if got := show(two, there); !strings.HasPrefix(got, "2 ") {
		t.Errorf("got %q", got)
	}
}

// TestWidgetWithTwin is row M6 for widgets: its page alone holds the twin, and it
// redraws when what it watches changes.
func TestWidgetWithTwin(t *testing.T) {
	s := serve(t)
	one, two := s.openPath("/panel"), s.open()
	s.cart.Update(t.Context(), func() { s.cart.Items = []string{"eggs"} })
	one.WaitText("output", "eggs")
	panel := s.panel.Load()
	equal(t, "the widget's twin", must[string](t)(twins.CallReadPanel.Call(one.ctx, panel)), "label")
	if _, err := twins.CallReadPanel.Call(two.ctx, panel); err == nil {
		t.Error("another page got the twin of a widget")
	}
}
