package probe

import (
	"context"
	"errors"

	"github.com/omg-go/omg/dom"
)

// note adds a line to the list, which belongs to the page.
//
//omg:browser
func note(line string) { dom.ByID("notes").AppendText(line + ". ") }

// ending says how a wait came to its end.
//
//omg:browser
func ending(err error) string {
	switch {
	case err == nil:
		return "done"
	case errors.Is(err, context.Canceled):
		return "canceled"
	}
	return err.Error()
}
