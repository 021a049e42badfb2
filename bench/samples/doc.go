// Package samples holds the browser functions whose size in the page is
// measured: the smallest one, a filter of an input, a handler that drags, and a
// table that is sorted and filtered, of which the speed is measured too.
package samples
