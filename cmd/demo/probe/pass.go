package probe

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// Each calls tell for every number up to n. The page gives it a function of its
// own, which the server calls while the page waits.
//
//omg:rpc
func Each(ctx context.Context, n int, tell func(ctx context.Context, i int) (string, error)) (string, error) {
	all := ""
	for i := range n {
		s, err := tell(ctx, i+1)
		if err != nil {
			return "", err
		}
		all += s
	}
	return all, nil
}

// GiveLiteral gives the server a function literal, with what it captures.
//
//omg:browser
func GiveLiteral(ctx context.Context, word string) (string, error) {
	sum := 0
	all, err := Each(ctx, 3, func(ctx context.Context, i int) (string, error) {
		sum += i
		return fmt.Sprint(word, i, " "), nil
	})
	return fmt.Sprint(all, sum), err
}

// GiveNamed gives the server a function that has a name.
//
//omg:browser
func GiveNamed(ctx context.Context) (string, error) { return Each(ctx, 2, stars) }

//omg:browser
func stars(_ context.Context, i int) (string, error) {
	if i > 2 {
		return "", fmt.Errorf("%d stars are too many", i)
	}
	return "***"[:i], nil
}

// GiveFailing gives the server a function whose error comes back to the page.
//
//omg:browser
func GiveFailing(ctx context.Context) (string, error) { return Each(ctx, 3, stars) }

// Take calls what the server gives it: a backend function.
//
//omg:browser
func Take(ctx context.Context, ask func(ctx context.Context, s string) (string, error)) (string, error) {
	a, err := ask(ctx, "from the page")
	if err != nil {
		return "", err
	}
	b, err := ask(ctx, "again")
	return a + ", " + b, err
}

var (
	giveLiteral = bridge.Func1E(GiveLiteral)
	giveNamed   = bridge.Func0E(GiveNamed)
	giveFailing = bridge.Func0E(GiveFailing)
	take        = bridge.Func1E(Take)
	twice       = bridge.Func1(func(n int) int { return 2 * n })
	join        = bridge.Func2(func(a, b string) string {
		return a + " and " + b
	})
)

// Passes shows what calls with functions came to.
type Passes struct {
	widget.Base
	Result string
}

func (p *Passes) show(result any, err error) {
	p.Result = fmt.Sprint(result)
	if err != nil {
		p.Result = "error: " + err.Error()
	}
}

// Literal has the page give a function literal.
func (p *Passes) Literal(ctx context.Context) { p.show(giveLiteral.Call(ctx, "n")) }

// Named has the page give a named function.
func (p *Passes) Named(ctx context.Context) { p.show(giveNamed.Call(ctx)) }

// Failing has the page give a function that fails.
func (p *Passes) Failing(ctx context.Context) { p.show(giveFailing.Call(ctx)) }

// Backend gives the page a closure of the server.
func (p *Passes) Backend(ctx context.Context) {
	n := 0
	p.show(take.Call(ctx, func(_ context.Context, s string) (string, error) {
		n++
		return fmt.Sprint(n, " ", s), nil
	}))
}

// Twice and Join call compiled literals.
func (p *Passes) Twice(ctx context.Context) { p.show(twice.Call(ctx, 21)) }

// Join calls a literal with two arguments.
func (p *Passes) Join(ctx context.Context) { p.show(join.Call(ctx, "here", "there")) }
