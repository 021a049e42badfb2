// A handle finds its function in the page by the name that the backend has for it:
// a function, a method expression, or a literal that stands alone in its line.
package refused

import "github.com/omg-go/omg/bridge"

//omg:browser
func larger[T int | float64](a, b T) T { return max(a, b) }

//omg:browser
type point struct{ X, Y int }

//omg:browser
func (p point) Sum() int { return p.X + p.Y }

var origin point

var (
	Larger   = bridge.Func2(larger[int])                                                    // want OMG0017
	Sum      = bridge.Func0(origin.Sum)                                                     // want OMG0017
	One, Two = bridge.Func0(func() int { return 1 }), bridge.Func0(func() int { return 2 }) // want OMG0017
)
