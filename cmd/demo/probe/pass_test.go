package probe_test

import "testing"

func TestFunctionsAsArguments(t *testing.T) {
	p := open(t, "passes")
	for _, c := range []struct{ id, want string }{
		{"literal", "n1 n2 n3 6"}, // captures word and sum, in the page
		{"named", "***"},
		{"failing", "error: bridge: github.com/omg-go/omg/cmd/demo/probe.GiveFailing: 3 stars are too many"},
		{"backend", "1 from the page, 2 again"}, // captures n, on the server
		{"twice", "42"},
		{"join", "here and there"},
	} {
		p.Click("#" + c.id)
		p.WaitText("output", c.want)
	}
}
