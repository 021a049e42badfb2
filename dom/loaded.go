package dom

import "github.com/omg-go/omg/dom/internal/page"

// WhenStyled runs f once when the stylesheet of a link element is in force: at
// once if it is, else when the file has come, or could not be had.
//
//omg:js ((e,f)=>e.sheet?f():e.onload=e.onerror=()=>f())($0,$1)
func WhenStyled(link Element, f func()) {
	page.Must(link.o)
	f()
}
