package dom

import (
	"time"

	"github.com/omg-go/omg/dom/internal/page"
)

// After runs f once after d, unless stop is called before. Stop may be called
// any time and more than once.
//
//omg:browser
func After(d time.Duration, f func()) (stop func()) {
	t := setTimeout(f, milliseconds(d))
	return func() { clearTimeout(t) }
}

// Every runs f after each d until stop is called. A page that is in the
// background may take longer.
//
//omg:browser
func Every(d time.Duration, f func()) (stop func()) {
	t := setInterval(f, milliseconds(d))
	return func() { clearInterval(t) }
}

// Frame runs f before the page is drawn next, unless stop is called before. f
// gets the time in milliseconds of [Now]'s clock. A page in the background is not
// drawn, so that f waits.
//
//omg:browser
func Frame(f func(now float64)) (stop func()) {
	t := requestFrame(f)
	return func() { cancelFrame(t) }
}

// Now is the time in milliseconds since the page was made, with fractions, by a
// clock that never goes back. For the time of day use [time.Now].
//
//omg:js performance.now()
func Now() float64 { return number(global().Call("performance.now")) }

//omg:browser
func milliseconds(d time.Duration) float64 { return float64(d) / 1e6 }

//omg:js setTimeout($0,$1)
func setTimeout(f func(), ms float64) int {
	return int(number(global().Call("setTimeout", function(f), ms)))
}

//omg:js clearTimeout($0)
func clearTimeout(id int) { global().Call("clearTimeout", id) }

//omg:js setInterval($0,$1)
func setInterval(f func(), ms float64) int {
	return int(number(global().Call("setInterval", function(f), ms)))
}

//omg:js clearInterval($0)
func clearInterval(id int) { global().Call("clearInterval", id) }

//omg:js requestAnimationFrame($0)
func requestFrame(f func(now float64)) int {
	return int(number(global().Call("requestAnimationFrame", page.Current().NewFunction(func(_ any, args []any) any {
		f(number(args[0]))
		return nil
	}))))
}

//omg:js cancelAnimationFrame($0)
func cancelFrame(id int) { global().Call("cancelAnimationFrame", id) }
