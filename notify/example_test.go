package notify_test

import (
	"context"
	"fmt"
	"time"

	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/widget/widgettest"
)

func Example() {
	page := widgettest.Mount(nil, &plain{})
	defer page.End()
	page.Do(func(ctx context.Context) {
		notify.Show(ctx, notify.Note{Kind: notify.Success, Title: "Saved", Text: "All of it"})
	})
	page.Flush()
	fmt.Println(page.Text("[data-omg=notification][data-kind]"))
	// Output: Success: Saved All of it
}

func ExampleNotification() {
	page := widgettest.Mount(nil, &plain{})
	defer page.End()
	n := notify.Show(page.Context(), notify.Note{Kind: notify.Busy, Title: "Copying"})
	n.Progress(0.5)
	n.Update(func(note *notify.Note) { note.Kind, note.Title = notify.Success, "Copied" })
	n.Close()
	<-n.Done()
	fmt.Println(n.Reason() == notify.Withdrawn)
	// Output: true
}

func ExampleSend() {
	ada := widgettest.Mount(nil, &plain{})
	defer ada.End()
	notify.Join(ada.Context(), "ada") // in the Mount of her pages
	sent := notify.Send(notify.Group("ada"), notify.Note{Title: "Your order is on its way", Once: true})
	fmt.Println(len(sent.Each()))
	// Output: 1
}

func ExampleShow_reminder() {
	page := widgettest.Mount(nil, &plain{})
	defer page.End()
	left := 3
	notify.Show(page.Context(), notify.Note{
		Title: "Stretch your legs", Period: time.Hour,
		Check: func(context.Context) (bool, error) { left--; return left > 0, nil },
	})
	// Output:
}
