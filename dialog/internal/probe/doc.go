// Package probe has code of the page for the tests of package dialog.
package probe

import (
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/dom"
)

// Ask does what the server asks by name with a dialog: the one that holds the
// first element that a selector finds, or the one that was opened last if the
// selector is "". It answers with what is entered there afterwards.
//
//omg:browser
func Ask(what, selector string) string {
	d := dialog.Top()
	if selector != "" {
		d = dialog.Of(dom.Find(selector))
	}
	data := d.Data()
	var entered []string
	for _, key := range []string{"name", "secret", "more"} {
		if v, ok := data[key]; ok {
			entered = append(entered, key+"="+v)
		}
	}
	switch what {
	case "ok":
		d.OK()
	case "close":
		d.Close()
	}
	return strings.Join(entered, " ")
}

// AskIt is [Ask], for the server.
var AskIt = bridge.Func2(Ask)
