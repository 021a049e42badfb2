package youtube_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/youtube"
	"github.com/omg-go/omg/youtube/youtubetest"
)

const video = "M7lc1UVf-VE"

// A stage is a page with players, which tests change.
type stage struct {
	widget.Base
	Players []*youtube.Player
	Hidden  bool // the players are in an element that is not shown
}

func (s *stage) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, "<main><h1>Players</h1><div")
		if s.Hidden {
			io.WriteString(w, " hidden")
		}
		io.WriteString(w, ">")
		for _, p := range s.Players {
			if err := widget.Show(p).Render(ctx, w); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, "</div><button>Other</button></main>")
		return err
	})
}

// A world is an application with a stage, and a stand-in for YouTube.
type world struct {
	t       *testing.T
	url     string
	youtube *youtubetest.Handler
	away    string // the stand-in's address
	app     *server.App
	stage   *stage
	events  chan youtube.Event
	strict  bool // players have the patience that they have by themselves
}

// newWorld serves a stage. Players are made for each page anew.
func newWorld(t *testing.T, o youtubetest.Options, players func() []*youtube.Player) *world {
	t.Helper()
	w := &world{t: t, youtube: youtubetest.New(o), events: make(chan youtube.Event, 1000)}
	away := httptest.NewServer(w.youtube)
	w.away = away.URL
	w.app = server.New(server.Options{Title: "Players", Development: true, Log: slog.New(slog.DiscardHandler), Limits: bridge.Limits{Jitter: 10 * time.Millisecond}})
	w.app.Handle("GET /youtube/frame", youtube.Frame(youtube.FrameOptions{API: away.URL + "/iframe_api", Host: away.URL}))
	w.app.Page("GET /", func(*http.Request) (widget.Widget, error) {
		w.stage = &stage{Players: players()}
		for _, p := range w.stage.Players {
			if p.Patience == 0 && !w.strict {
				p.Patience = patience
			}
		}
		return w.stage, nil
	})
	app := httptest.NewServer(w.app)
	w.url = app.URL
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := w.app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		app.Close()
		away.Close()
	})
	return w
}

// one makes a page of one player, which change changes first.
func one(change func(p *youtube.Player)) func() []*youtube.Player {
	return func() []*youtube.Player {
		p := &youtube.Player{Video: video, Title: "A film"}
		if change != nil {
			change(p)
		}
		return []*youtube.Player{p}
	}
}

// hear returns handlers that put all events into w.events.
func (w *world) hear() []youtube.Handler {
	put := func(_ context.Context, e youtube.Event) { w.events <- e }
	return []youtube.Handler{
		youtube.Ready(put), youtube.StateChange(put), youtube.QualityChange(put), youtube.RateChange(put),
		youtube.Error(put), youtube.APIChange(put), youtube.AutoplayBlocked(put),
	}
}

// patience is how long a test waits, and each player that is not told otherwise: the
// machine may be busy.
const patience = 2 * time.Minute

// until waits for an event of that name.
func (w *world) until(name string, is func(e youtube.Event) bool) youtube.Event {
	w.t.Helper()
	late := time.After(patience)
	for {
		select {
		case e := <-w.events:
			if e.Name == name && (is == nil || is(e)) {
				return e
			}
		case <-late:
			w.t.Fatalf("no %s", name)
		}
	}
}

func in(s youtube.State) func(youtube.Event) bool {
	return func(e youtube.Event) bool { return e.Status.State == s }
}

// turn runs f in a turn of the one page that there is.
func (w *world) turn(f func(ctx context.Context) error) {
	w.t.Helper()
	for s := range w.app.Hub().Sessions() {
		if err := bridge.Do(s.Context(), f); err != nil {
			w.t.Fatal(err)
		}
	}
}

func (w *world) open(options ...browsertest.Option) *browsertest.Page {
	w.t.Helper()
	p := browsertest.Open(w.t, w.url, append([]browsertest.Option{browsertest.KeepsFocus(), browsertest.Size(900, 700), browsertest.Foreign(w.away)}, options...)...)
	p.WaitConnected()
	return p
}

// press presses the button, once its style is there: that moves it.
func press(p *browsertest.Page) {
	p.Wait(`getComputedStyle(document.querySelector("[data-part=play]")).position === "absolute"`)
	p.Click("[data-part=play]")
}

const root = `document.querySelector("[data-omg=youtube]")`

func state(s string) string { return root + `.dataset.state === "` + s + `"` }
