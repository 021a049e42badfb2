package dom

import (
	"math/rand/v2"

	"github.com/omg-go/omg/dom/internal/page"
)

// ParseFloat is the number that a text stands for, NaN if it is none. Space
// around it is ignored, the empty text is 0.
//
//omg:js Number($0)
func ParseFloat(s string) float64 { return page.Current().Number(s) }

//omg:js Math.random()
func random() float64 { return rand.Float64() }
