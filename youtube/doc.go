// Package youtube shows videos of YouTube, which learns of a visitor when that
// visitor presses play, and not before.
//
//	type Lesson struct {
//		widget.Base
//		Film *youtube.Player
//	}
//
//	templ (l *Lesson) Render() {
//		<main>
//			<h1>Lesson one</h1>
//			@widget.Show(l.Film)
//		</main>
//	}
//
//	func main() {
//		app := server.New(server.Options{Title: "Lessons"})
//		app.Handle("GET /youtube/frame", youtube.Frame(youtube.FrameOptions{}))
//		app.Page("GET /", func(r *http.Request) (widget.Widget, error) {
//			return &Lesson{Film: &youtube.Player{Video: "M7lc1UVf-VE", Title: "The player's API"}}, nil
//		})
//		log.Fatal(app.ListenAndServe(":7500"))
//	}
//
// # What a visitor sees
//
// A button, named after the video, with a picture of your own or none. Until it is
// pressed nothing is asked of another server. Then comes the player, with the focus
// in it; or, when YouTube cannot be reached or does not play the video, a message
// and a link. A start that the browser blocks becomes a button.
//
// # Driving it
//
// A [Player] is a handle from the start: what it is told before it is ready is done
// then, in order. What it tells comes to its Handlers, on the server or in the page:
//
//	film.Handlers = []youtube.Handler{
//		youtube.Ready(func(ctx context.Context, _ youtube.Event) error { return film.Mute(ctx) }),
//		youtube.StateChange(bridge.Proc1(Dim)),
//	}
//
//	//omg:browser
//	func Dim(e dom.Event) {
//		dom.Body().ToggleClass("dim", youtube.Heard(e).Status.State == youtube.Playing)
//	}
//
// Code of the page drives a player as a [Remote]. [Player.Status] asks how it is.
// States come in no order to count on: YouTube leaves some out, and repeats some.
//
// # The frame page
//
// The player lives in a page of its own, which [Frame] serves, so that the content
// policy of your pages stays as it is; the two speak in messages and believe nobody
// else. YouTube's script runs there, in your origin: you trust it as you trust your
// own. If that is too much, serve Frame from another host, name your site in
// [FrameOptions].Parents, and that host in [Player].Frame and in the policy of your
// pages (frame-src).
//
// YouTube wants to know which site shows a video and answers [NoReferer] if it does
// not: the frame page sends the header for it, which a proxy must leave alone. Pages
// with the header Cross-Origin-Embedder-Policy cannot show a player.
//
// # Concurrency
//
// Its fields belong to the turns of its session. Commands do not wait; Status gives
// the turn away.
//
// # Errors
//
// Commands fail as calls of package bridge do. What goes wrong in the player is an
// event with a [Code], which says what to do about it.
package youtube
