// Command server calls package dom where no page is.
package main

import (
	"fmt"

	"github.com/omg-go/omg/dom"
	_ "github.com/omg-go/omg/dom/domtest" // linked by mistake: it must not make a page
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	try(func() { dom.Body() })
	try(func() { dom.Element{}.SetText("x") })
	try(func() { dom.Of(1) })
	try(func() { dom.After(0, func() {}) })
}
