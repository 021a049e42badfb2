package server_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/module"
	"github.com/omg-go/omg/server"
)

var motto = "as declared"

func init() {
	module.Add(module.Unit{Package: "example.org/live", Symbols: []module.Symbol{
		{Name: "live$motto", JS: "let live$motto = $value$;\n", Order: "5", Var: &motto},
		{Name: "live$Motto", JS: "function live$Motto() { return live$motto; }\n", Deps: []string{"live$motto"}, Order: "2"},
	}, Functions: []module.Compiled{{Name: "example.org/live.Motto", Symbol: "live$Motto"}}})
}

// A page that is loaded after a variable changed starts from what it is then; one
// whose browser has the value already is told so.
func TestValuesAreServedAsTheyAre(t *testing.T) {
	declared := motto
	t.Cleanup(func() { module.Update(func() { motto = declared }) })
	app := newApp(server.Options{})
	var url string
	for _, m := range module.Assets() {
		if m.Live() {
			url = "http://localhost/" + m.Path()
		}
	}
	first := ask(app, "GET", url)
	tag := first.Header.Get("ETag")
	if body := text(first); first.StatusCode != 200 || first.Header.Get("Cache-Control") != "no-cache" || tag == "" || !strings.Contains(body, `"as declared"`) {
		t.Fatalf("got %d, %v\n%s", first.StatusCode, first.Header, body)
	}
	if same := ask(app, "GET", url, "If-None-Match", tag); same.StatusCode != 304 || text(same) != "" {
		t.Errorf("unchanged: got %d", same.StatusCode)
	}
	module.Update(func() { motto = "changed" })
	second := ask(app, "GET", url, "If-None-Match", tag)
	if body := text(second); second.StatusCode != 200 || second.Header.Get("ETag") == tag || !strings.Contains(body, `"changed"`) {
		t.Errorf("changed: got %d\n%s", second.StatusCode, body)
	}
}
