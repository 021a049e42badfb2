package samples

import (
	"strings"

	"github.com/omg-go/omg/dom"
)

// FilterNumber keeps what may be part of a price in an input: digits, and one
// point with two of them behind it.
//
//omg:browser
func FilterNumber(ev dom.Event) {
	in := ev.Target()
	var b strings.Builder
	point, decimals := false, 0
	for _, r := range in.Value() {
		switch {
		case r >= '0' && r <= '9':
			if point {
				if decimals == 2 {
					continue
				}
				decimals++
			}
			b.WriteRune(r)
		case (r == '.' || r == ',') && !point:
			point = true
			b.WriteByte('.')
		}
	}
	if s := b.String(); s != in.Value() {
		in.SetValue(s)
	}
}
