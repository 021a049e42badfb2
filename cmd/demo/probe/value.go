package probe

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/module"
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

// Again reads Greeting too; a page that has Greet has its variables.
//
//omg:browser
func Again() string { return fmt.Sprint(Greeting, " ", len(Primes), " ", Visit) }

// Visit is how often pages were told it.
//
//omg:browser
var Visit int

var visits atomic.Int64

func init() { module.Compute(&Visit, func() int { return int(visits.Add(1)) }) }

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
	again = bridge.Func0(Again)
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

// Again asks by another function.
func (v *Values) Again(ctx context.Context) { v.show(again.Call(ctx)) }

// Reach gives the page a function that calls Forbidden.
func (v *Values) Reach(ctx context.Context) { v.show(reach.Call(ctx)) }
