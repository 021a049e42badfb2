package probe

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// Greeting starts in the page from what the backend has when the page fetches it.
//
//omg:browser
var Greeting = "as declared"

// Primes does too.
//
//omg:browser
var Primes = []int{2, 3}

// Greet reads both, then changes the page's own.
//
//omg:browser
func Greet() string {
	s := fmt.Sprint(Greeting, " ", Primes)
	Greeting = "the page's"
	return s
}

// Forbidden can be called by a page that was given [Reach], and no other.
//
//omg:rpc
func Forbidden(context.Context) (string, error) { return "reached", nil }

// Reach names Forbidden.
//
//omg:browser
func Reach(ctx context.Context) (string, error) { return Forbidden(ctx) }

var (
	greet = bridge.Func0(Greet)
	reach = bridge.Func0E(Reach)
)

// Values shows what the page's code found.
type Values struct {
	widget.Base
	Result string
}

func (v *Values) show(result string, err error) {
	v.Result = result
	if err != nil {
		v.Result = "error: " + err.Error()
	}
}

// Greet asks the page for its variables.
func (v *Values) Greet(ctx context.Context) { v.show(greet.Call(ctx)) }

// Reach gives the page a function that calls Forbidden.
func (v *Values) Reach(ctx context.Context) { v.show(reach.Call(ctx)) }
