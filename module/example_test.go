package module_test

import (
	"fmt"

	"github.com/omg-go/omg/module"
)

// Banner is in pages; the mark is //omg:browser.
var Banner = "Open until six"

// A page that is loaded after the update starts from the new text.
func ExampleUpdate() {
	module.Update(func() { Banner = "Closed today" })
	module.View(func() { fmt.Println(Banner) })
	// Output: Closed today
}
