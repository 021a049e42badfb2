package probe_test

import (
	"slices"
	"testing"

	"github.com/omg-go/omg/cmd/demo/probe"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/module"
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

// TestValuesThatChangeReachLaterPages changes variables while pages are open: one
// that has them keeps what it has, also in code that it fetches later; the next page
// starts from what they are now.
func TestValuesThatChangeReachLaterPages(t *testing.T) {
	first := open(t, "values")
	url := browsertest.Eval[string](first, "location.href")
	first.Click("#greet")
	first.WaitText("output", "as the backend has it [2 3 5]")
	old := slices.Clone(probe.Primes)
	t.Cleanup(func() { module.Update(func() { probe.Greeting, probe.Primes = "as the backend has it", old }) })
	module.Update(func() { probe.Greeting, probe.Primes = "changed", []int{7, 11} })
	second := first.Tab(url)
	second.WaitConnected()
	second.Click("#greet")
	second.WaitText("output", "changed [7 11]")
	first.Click("#again")
	first.Wait(`document.querySelector("output").textContent.startsWith("the page's 3 ")`)
	second.Click("#again")
	second.Wait(`document.querySelector("output").textContent.startsWith("the page's 2 ")`)
	visit := func(p *browsertest.Page) int {
		return browsertest.Eval[int](p, `+document.querySelector("output").textContent.split(" ").at(-1)`)
	}
	if one, two := visit(first), visit(second); one == two || one == 0 || two == 0 {
		t.Errorf("computed values: %d and %d", one, two)
	}
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
