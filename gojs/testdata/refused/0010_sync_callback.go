// Some library functions call a function at once and cannot wait for it.
package refused

import "sort"

//omg:browser
func Sort(names []string, ask chan bool) {
	sort.Slice(names, func(i, j int) bool { return <-ask }) // want OMG0010
}
