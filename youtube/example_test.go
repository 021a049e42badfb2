package youtube_test

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/youtube"
)

// The origin's example: a player that mutes, plays, and says what it does.
func ExamplePlayer() {
	film := &youtube.Player{Video: "M7lc1UVf-VE", Title: "The player's API"}
	film.Handlers = []youtube.Handler{
		youtube.Ready(func(ctx context.Context, _ youtube.Event) error {
			if err := film.Mute(ctx); err != nil {
				return err
			}
			return film.Play(ctx)
		}),
		youtube.StateChange(func(_ context.Context, e youtube.Event) {
			fmt.Printf("%s at %.0f seconds\n", e.Status.State, e.Status.Time)
		}),
	}
	fmt.Println(film.State())
	// Output: unstarted
}

func ExampleCode() {
	fmt.Println(youtube.NotFound)
	// Output: youtube: error 100: there is no such video, or it is private
}
