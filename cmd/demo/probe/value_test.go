package probe_test

import (
	"testing"

	"github.com/omg-go/omg/cmd/demo/probe"
	"github.com/omg-go/omg/internal/browsertest"
)

// TestVariablesStartFromTheBackend reads variables that TestMain has changed. A
// page's own changes stay its own.
func TestVariablesStartFromTheBackend(t *testing.T) {
	p := open(t, "values")
	p.Click("#greet")
	p.WaitText("output", "as the backend has it [2 3 5]")
	p.Click("#greet")
	p.WaitText("output", "the page's [2 3 5]")
	if probe.Greeting != "as the backend has it" {
		t.Errorf("the page changed the backend's variable to %q", probe.Greeting)
	}
	other := p.Tab(browsertest.Eval[string](p, "location.href"))
	other.WaitConnected()
	other.Click("#greet")
	other.WaitText("output", "as the backend has it [2 3 5]")
}

// TestOnlyWhatWasGiven calls a backend function from a script of the page:
// refused, until the page is given a function whose code names it.
func TestOnlyWhatWasGiven(t *testing.T) {
	p := open(t, "values")
	const call = `(async () => {
		const { call } = await import(new URL(JSON.parse(document.querySelector("meta[name=omg]").content).calls, document.querySelector("script[src*='_omg']").src).href)
		return call("github.com/omg-go/omg/cmd/demo/probe.Forbidden").then((v) => v, (e) => e.code)
	})()`
	if got := browsertest.Eval[string](p, call); got != "refused" {
		t.Errorf("a page that was given nothing: %q", got)
	}
	p.Click("#reach")
	p.WaitText("output", "reached")
	if got := browsertest.Eval[string](p, call); got != "reached" {
		t.Errorf("a page that was given its caller: %q", got)
	}
}
