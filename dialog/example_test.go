package dialog_test

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/dialog"
)

// A handler asks before it deletes. It runs on when the user has answered.
func ExampleConfirm() {
	remove := func(ctx context.Context, name string) error {
		yes, err := dialog.Confirm(ctx, dialog.Modal{Header: "Delete " + name + "?", Danger: true})
		if err != nil || !yes {
			return err
		}
		fmt.Println("deleted", name)
		return nil
	}
	// Outside of a page there is nobody to ask.
	fmt.Println(remove(context.Background(), "report.txt"))
	// Output: bridge: session ended
}

func ExampleValues() {
	v := dialog.Values{{Key: "name", Text: "Ada"}, {Key: "seats", Text: "2"}, {Key: "tea", Text: "on"}}
	fmt.Println(v.Text("name"), v.Int("seats"), v.Bool("tea"), v.Bool("news"))
	// Output: Ada 2 true false
}
