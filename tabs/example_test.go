package tabs_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/omg-go/omg/tabs"
	"github.com/omg-go/omg/widget/widgettest"
)

func ExampleNew() {
	form := tabs.New("Settings",
		tabs.Tab{ID: "profile", Title: "Profile", Content: tabs.Text("Who you are")},
		tabs.Tab{ID: "security", Title: "Security", Content: tabs.Text("How you sign in")},
	)
	page := widgettest.Mount(nil, form)
	defer page.End()
	page.Click("[data-id=security]") // as a user does
	fmt.Println(form.Selected(), "shows:", page.Text("[role=tabpanel]:not([hidden])"))
	// Output: security shows: How you sign in
}

func ExampleForm_Select() {
	form := tabs.New("Letters", tabs.Tab{ID: "a", Title: "A"})
	page := widgettest.Mount(nil, form)
	defer page.End()
	page.Do(func(ctx context.Context) { // in a handler
		form.Add(tabs.Tab{ID: "b", Title: "B", Closable: true})
		form.Move("b", 0)
		fmt.Println(form.Select(ctx, "b"))
		fmt.Println(form.Select(ctx, "z"))
	})
	fmt.Println(form.Selected())
	// Output:
	// <nil>
	// tabs: no tab "z"
	// b
}

func ExampleForm_onSelect() {
	form := tabs.New("Steps", tabs.Tab{ID: "1", Title: "One"}, tabs.Tab{ID: "2", Title: "Two"})
	form.OnSelect = func(ctx context.Context, old, new string) error {
		return errors.New("step " + old + " is not done")
	}
	page := widgettest.Mount(nil, form)
	defer page.End()
	page.Click("[data-id='2']")
	fmt.Println(page.Err())
	fmt.Println("still", form.Selected())
	// Output:
	// *tabs.Form: step 1 is not done
	// still 1
}
