// A function literal directly inside bridge.FuncN(…) is browser code: what is
// around it is not there.
package refused

import "github.com/omg-go/omg/bridge"

func Handle(step int) bridge.Function1[int, int] {
	return bridge.Func1(func(n int) int { return n + step }) // want OMG0013
}
