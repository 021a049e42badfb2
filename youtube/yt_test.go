package youtube_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/youtube"
	"github.com/omg-go/omg/youtube/internal/probe"
	"github.com/omg-go/omg/youtube/youtubetest"
)

func TestYT01NothingForeignBeforeAPress(t *testing.T) {
	w := newWorld(t, youtubetest.Options{}, one(nil))
	p := w.open()
	p.WaitText("[data-part=title]", "Play: A film")
	if n := len(w.youtube.Requests()) + p.Count("iframe"); n != 0 {
		t.Errorf("%d requests to YouTube and frames before a press", n)
	}
	p.Axe()
	press(p)
	p.Wait(state("playing"))
	p.Axe()
}

// long is a video that does not end while a test looks at it.
var long = map[string]float64{video: hour, "bbbbbbbbbbb": hour}

const hour = 3600

const (
	frame = `document.querySelector("[data-part=frame]")`
	inner = frame + `.contentDocument.querySelector("iframe")`
)

func TestYT02Press(t *testing.T) {
	for name, press := range map[string]func(p *browsertest.Page){
		"click": press,
		"enter": func(p *browsertest.Page) { p.Run(focusPlay); p.Type("[data-part=play]", kb.Enter) },
		"space": func(p *browsertest.Page) { p.Run(focusPlay); p.Type("[data-part=play]", " ") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, youtubetest.Options{}, one(nil))
			p := w.open()
			press(p)
			p.Wait(state("playing"))
			p.Wait(`document.activeElement === ` + frame)
			p.Wait(frame + `.contentDocument.activeElement === ` + inner)
			for what, want := range map[string]string{
				frame + `.title`: "A film (YouTube)", frame + `.referrerPolicy`: "strict-origin-when-cross-origin",
				inner + `.referrerPolicy`: "strict-origin-when-cross-origin", inner + `.title`: "Video " + video,
				`new URL(` + inner + `.src).origin`:                             w.away,
				`new URL(` + inner + `.src).searchParams.get("origin")`:         w.url,
				`new URL(` + inner + `.src).searchParams.get("enablejsapi")`:    "1",
				`new URL(` + inner + `.src).searchParams.get("playsinline")`:    "1",
				`new URL(` + inner + `.src).searchParams.get("hl")`:             "en",
				`new URL(` + inner + `.src).searchParams.getAll("autoplay")+""`: "1",
			} {
				if got := browsertest.Eval[string](p, what); got != want {
					t.Errorf("%s is %q, want %q", what, got, want)
				}
			}
		})
	}
}

const focusPlay = `document.querySelector("[data-part=play]").focus()`

func TestYT03TwoPlayersAtOnce(t *testing.T) {
	w := newWorld(t, youtubetest.Options{Script: youtubetest.Twice, Lengths: long}, func() []*youtube.Player {
		return []*youtube.Player{
			{Video: video, Title: "One", Eager: true, Settings: youtube.Settings{Autoplay: true, Muted: true}},
			{Video: "bbbbbbbbbbb", Title: "Two", Eager: true, Settings: youtube.Settings{Autoplay: true, Muted: true}},
		}
	})
	p := w.open()
	p.Wait(`[...document.querySelectorAll("[data-omg=youtube]")].every((e) => e.dataset.state === "playing")`)
	scripts := browsertest.Eval[[]int](p, `[...document.querySelectorAll("[data-part=frame]")].map((f) => f.contentDocument.querySelectorAll("script[src$=iframe_api]").length)`)
	if !slices.Equal(scripts, []int{1, 1}) || w.youtube.Count("/iframe_api") > 2 {
		t.Errorf("scripts in the frames: %v; loaded %d times", scripts, w.youtube.Count("/iframe_api"))
	}
}

// TestYT04OwnCallback has the application's page use the player's script itself.
func TestYT04OwnCallback(t *testing.T) {
	w := newWorld(t, youtubetest.Options{}, one(nil))
	p := w.open()
	p.Run(`window.heard = 0; window.onYouTubeIframeAPIReady = () => heard++; window.own = window.onYouTubeIframeAPIReady`)
	press(p)
	p.Wait(state("playing"))
	p.Run(`window.onYouTubeIframeAPIReady()`) // as the application's own script would
	if !browsertest.Eval[bool](p, `heard === 1 && own === window.onYouTubeIframeAPIReady && window.YT === undefined`) {
		t.Error("the player touched what is the application's")
	}
}

func TestYT05AllEventsOnBothSides(t *testing.T) {
	var w *world
	w = newWorld(t, youtubetest.Options{Errors: map[string]int{"eeeeeeeeeee": 100}, Blocked: map[string]bool{video: true}, Lengths: long}, func() []*youtube.Player {
		return []*youtube.Player{{Video: video, Title: "A film", Handlers: append(w.hear(),
			youtube.Ready(probe.NoteIt), youtube.StateChange(probe.NoteIt), youtube.QualityChange(probe.NoteIt), youtube.RateChange(probe.NoteIt),
			youtube.Error(probe.NoteIt), youtube.APIChange(probe.NoteIt), youtube.AutoplayBlocked(probe.NoteIt))}}
	})
	p := w.open()
	press(p)
	w.until("ready", nil)
	w.until("blocked", nil)
	p.Click("[data-part=actions] button")
	if e := w.until("quality", nil); e.Status.Quality != "hd720" || e.Status.Video != video {
		t.Errorf("quality: %+v", e)
	}
	if e := w.until("api", nil); !slices.Equal(e.Modules, []string{"captions"}) {
		t.Errorf("api: %+v", e)
	}
	film := w.stage.Players[0]
	w.turn(func(ctx context.Context) error { return film.SetRate(ctx, 1.6) })
	if e := w.until("rate", nil); e.Status.Rate != 1.5 { // the nearest that it has
		t.Errorf("rate: %+v", e)
	}
	w.turn(func(ctx context.Context) error { return film.Pause(ctx) })
	if e := w.until("state", in(youtube.Paused)); e.Status.Time <= 0 || e.Status.Duration != hour {
		t.Errorf("paused: %+v", e)
	}
	w.turn(func(ctx context.Context) error { return film.Load(ctx, "eeeeeeeeeee", 0) })
	if e := w.until("error", nil); e.Code != youtube.NotFound {
		t.Errorf("error: %+v", e)
	}
	p.Wait(`document.title.includes(" error:-1:100:0")`)
	title := browsertest.Eval[string](p, "document.title")
	for _, want := range []string{" ready:", " blocked:", " state:1:0:0", " quality:1:", " api:1:0:1", " rate:", " state:2:0:0"} {
		if !strings.Contains(title, want) {
			t.Errorf("the page's handlers heard%s, and not%s", title, want)
		}
	}
	if film.State() != youtube.Unstarted {
		t.Errorf("the state is %s", film.State())
	}
}

func TestYT06Errors(t *testing.T) {
	codes := map[string]int{"ccccccccc05": 5, "ccccccccc99": 99}
	for _, c := range []int{100, 101, 150} {
		codes["cccccccc"+strconv.Itoa(c)] = c
	}
	var w *world
	w = newWorld(t, youtubetest.Options{Errors: codes}, func() []*youtube.Player {
		return []*youtube.Player{{Video: video, Title: "A film", Handlers: w.hear()}}
	})
	codes["short"] = 2 // by itself
	p := w.open()
	press(p)
	w.until("state", in(youtube.Playing))
	for id, code := range codes {
		w.turn(func(ctx context.Context) error { return w.stage.Players[0].Load(ctx, id, 0) })
		if e := w.until("error", nil); e.Code != youtube.Code(code) || e.Code.Error() == "" {
			t.Errorf("%s: got %+v", id, e)
		}
		p.Wait(state("error"))
		p.Wait(`document.querySelector("[data-part=watch]")?.href === "https://www.youtube.com/watch?v=` + id + `"`)
		if text := p.Text("[data-part=panel] [role=alert]"); len(text) < 20 {
			t.Errorf("%d says %q", code, text)
		}
		if retry := p.Count("[data-part=actions] button") == 1; retry != (code == 5) {
			t.Errorf("%d: there is a button: %v", code, retry)
		}
		if !browsertest.Eval[bool](p, frame+".inert") {
			t.Errorf("%d: the frame below the message can be reached", code)
		}
	}
	p.Axe()
	p.Screenshot("youtube-error")
	w.turn(func(ctx context.Context) error { return w.stage.Players[0].Load(ctx, video, 0) })
	w.until("state", in(youtube.Playing))
	p.Wait(`!document.querySelector("[data-part=panel]") && !` + frame + `.inert`)
}

func TestYT07CallsBeforeReady(t *testing.T) {
	var w *world
	w = newWorld(t, youtubetest.Options{}, func() []*youtube.Player {
		f := &youtube.Player{Video: video, Title: "A film", Handlers: w.hear()}
		f.SetVolume(context.Background(), 10) // before there is a page
		f.Mute(context.Background())
		return []*youtube.Player{f}
	})
	p := w.open()
	film := w.stage.Players[0]
	w.turn(func(ctx context.Context) error {
		film.SetVolume(ctx, 30)
		film.Load(ctx, "bbbbbbbbbbb", 4)
		film.Cue(ctx, "ccccccccccc", 7)
		film.SetVolume(ctx, 50)
		film.SetVolume(ctx, 55)
		return film.Unmute(ctx)
	})
	press(p)
	w.until("ready", nil)
	w.turn(func(ctx context.Context) error { return film.Mute(ctx) })
	w.eventually(film, func(s youtube.Status) bool {
		return s.Volume == 55 && s.Muted && s.Video == "ccccccccccc" && s.State == youtube.Cued && s.Time == 7
	})
}

// eventually waits until the player is as is says.
func (w *world) eventually(p *youtube.Player, is func(s youtube.Status) bool) {
	w.t.Helper()
	var s youtube.Status
	for late := time.Now().Add(patience); time.Now().Before(late); {
		w.turn(func(ctx context.Context) (err error) { s, err = p.Status(ctx); return err })
		if is(s) {
			return
		}
	}
	w.t.Errorf("it stays %+v", s)
}

// TestYT08Origin does what the origin's example does: mute, play, and pause after
// a while, which is shorter here and begins when it plays.
func TestYT08Origin(t *testing.T) {
	t.Run("server", func(t *testing.T) {
		var w *world
		w = newWorld(t, youtubetest.Options{}, func() []*youtube.Player {
			film := &youtube.Player{Video: video, Title: "A film"}
			film.Handlers = append(w.hear(), youtube.Ready(func(ctx context.Context, _ youtube.Event) error {
				film.Mute(ctx)
				return film.Play(ctx)
			}), youtube.StateChange(func(ctx context.Context, e youtube.Event) {
				if e.Status.State == youtube.Playing {
					bridge.Go(ctx, func(ctx context.Context) {
						time.Sleep(200 * time.Millisecond)
						bridge.Do(ctx, film.Pause)
					})
				}
			}))
			return []*youtube.Player{film}
		})
		press(w.open())
		w.origin()
	})
	t.Run("page", func(t *testing.T) {
		var w *world
		w = newWorld(t, youtubetest.Options{}, func() []*youtube.Player {
			return []*youtube.Player{{Video: video, Title: "A film", Handlers: append(w.hear(), youtube.Ready(probe.BeginIt), youtube.StateChange(probe.RestIt))}}
		})
		press(w.open())
		w.origin()
	})
}

func (w *world) origin() {
	w.t.Helper()
	w.until("ready", nil)
	w.until("state", in(youtube.Playing))
	if e := w.until("state", in(youtube.Paused)); !e.Status.Muted || e.Status.Time <= 0 {
		w.t.Errorf("it paused as %+v", e)
	}
}

func TestYT09AutoplayBlocked(t *testing.T) {
	w := newWorld(t, youtubetest.Options{Blocked: map[string]bool{video: true}}, one(func(p *youtube.Player) {
		p.Eager, p.Settings.Autoplay = true, true
	}))
	p := w.open()
	p.Wait(state("blocked"))
	p.Axe()
	p.Screenshot("youtube-blocked")
	p.Click("[data-part=actions] button")
	p.Wait(state("playing"))
	p.Wait(`document.querySelector("[data-part=panel]") === null && document.activeElement === ` + frame)
}

// watchLeaks notes the timers and the listeners of messages that a page starts.
const watchLeaks = `window.timers = new Set; window.signals = [];
	const { setTimeout: start, clearTimeout: stop, addEventListener: hear } = window;
	window.setTimeout = (f, ms, ...rest) => {
		const id = start(() => { timers.delete(id); f() }, ms, ...rest);
		if (ms === 54321) timers.add(id);
		return id;
	};
	window.clearTimeout = (id) => { timers.delete(id); stop(id) };
	window.addEventListener = function (type, f, o) {
		if (type === "message") signals.push(o.signal);
		return hear.call(this, type, f, o);
	}`

func TestYT10NothingIsLeft(t *testing.T) {
	w := newWorld(t, youtubetest.Options{Script: youtubetest.Silent}, func() []*youtube.Player { return nil })
	p := w.open()
	p.Run(watchLeaks)
	film := &youtube.Player{Video: video, Title: "A film", Patience: 54321 * time.Millisecond}
	w.turn(func(context.Context) error { w.stage.Players = []*youtube.Player{film}; w.stage.Redraw(); return nil })
	press(p)
	p.Wait(state("loading") + ` && timers.size === 1 && signals.length === 1`)
	w.turn(film.Destroy) // during the load
	p.Wait(`timers.size === 0 && !document.querySelector("iframe") && document.querySelector("[data-part=play]")`)
	press(p)
	p.Wait(`timers.size === 1`)
	w.turn(func(context.Context) error { w.stage.Players = nil; w.stage.Redraw(); return nil })
	p.Wait(`timers.size === 0 && !document.querySelector("iframe") && signals[0].aborted`)
	if err := film.Play(context.Background()); err != nil || film.Mounted() {
		t.Errorf("a player that left: %v", err)
	}
	w.turn(func(context.Context) error {
		w.stage.Players = []*youtube.Player{{Video: video, Title: "Last", Patience: 54321 * time.Millisecond}}
		w.stage.Redraw()
		return nil
	})
	press(p)
	p.Wait(`timers.size === 1`)
	last := w.stage.Players[0]
	for s := range w.app.Hub().Sessions() {
		s.End(context.Canceled)
	}
	for late := time.Now().Add(patience); last.Mounted() && time.Now().Before(late); {
		time.Sleep(time.Millisecond)
	}
	if last.Mounted() {
		t.Error("the player outlives its session")
	}
}

func TestYT11Moves(t *testing.T) {
	var w *world
	w = newWorld(t, youtubetest.Options{Lengths: long}, func() []*youtube.Player {
		return []*youtube.Player{{Video: video, Title: "One", Handlers: w.hear()}, {Video: "bbbbbbbbbbb", Title: "Two"}}
	})
	p := w.open()
	press(p)
	w.until("state", in(youtube.Playing))
	p.Run(frame + `.contentWindow.mark = 1`)
	w.turn(func(context.Context) error { slices.Reverse(w.stage.Players); w.stage.Redraw(); return nil })
	p.Wait(`document.querySelector("[data-omg=youtube]").textContent.includes("Two")`)
	if !browsertest.Eval[bool](p, frame+`.contentWindow.mark === 1`) {
		t.Error("the frame was loaded again")
	}
	// Where a browser loads frames again that move, it goes on where it was.
	film := w.stage.Players[1]
	w.turn(func(ctx context.Context) error { return film.Seek(ctx, 12) })
	w.eventually(film, func(s youtube.Status) bool { return s.State == youtube.Playing && s.Time >= 12 })
	p.Run(frame + `.contentWindow.location.reload()`)
	w.until("ready", nil)
	if e := w.until("state", in(youtube.Playing)); e.Status.Time < 12 {
		t.Errorf("it begins at %v", e.Status.Time)
	}
}

func TestYT12PausesWhatNobodySees(t *testing.T) {
	var w *world
	w = newWorld(t, youtubetest.Options{Lengths: long}, func() []*youtube.Player {
		return []*youtube.Player{{Video: video, Title: "A film", PauseHidden: true, Handlers: w.hear()}}
	})
	p := w.open()
	press(p)
	w.until("state", in(youtube.Playing))
	hide := func(on bool) {
		w.turn(func(context.Context) error { w.stage.Hidden = on; w.stage.Redraw(); return nil })
	}
	hide(true)
	w.until("state", in(youtube.Paused))
	hide(false)
	w.turn(w.stage.Players[0].Play)
	w.until("state", in(youtube.Playing))
	p.Run(`Object.defineProperty(document, "hidden", { value: true }); document.dispatchEvent(new Event("visibilitychange"))`)
	w.until("state", in(youtube.Paused))
}

func TestYT13Fallback(t *testing.T) {
	for name, c := range map[string]struct {
		script   youtubetest.Script
		patience time.Duration
	}{
		"missing": {youtubetest.Missing, 0}, "silent": {youtubetest.Silent, 100 * time.Millisecond}, "half": {youtubetest.Half, 100 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			var w *world
			w = newWorld(t, youtubetest.Options{Script: c.script}, func() []*youtube.Player {
				return []*youtube.Player{{Video: video, Title: "A film", Patience: c.patience, Handlers: w.hear()}}
			})
			p := w.open(browsertest.Expect("status of 404"), browsertest.Expect("ERR_"))
			press(p)
			if e := w.until("error", nil); e.Code != youtube.Unreachable {
				t.Errorf("got %+v", e)
			}
			p.Wait(state("error") + ` && document.querySelector("[data-part=watch]").href === "https://www.youtube.com/watch?v=` + video + `"`)
			p.Wait(`document.activeElement.dataset.part === "watch"`) // focus was in the frame
			p.Axe()
			p.Screenshot("youtube-fallback")
			w.youtube.Set(youtubetest.Options{})
			w.turn(func(context.Context) error { return nil })
			p.Run(`document.querySelector("[data-part=screen]").dataset.patience = "120000"`)
			p.Click("[data-part=actions] button")
			p.Wait(state("playing"))
		})
	}
	t.Run("ten seconds", func(t *testing.T) {
		w := newWorld(t, youtubetest.Options{}, one(nil))
		w.strict = true
		if got := browsertest.Eval[string](w.open(), `document.querySelector("[data-part=screen]").dataset.patience`); got != "10000" {
			t.Errorf("it waits %s ms", got)
		}
	})
}

func TestYT14PolicyStaysClosed(t *testing.T) {
	w := newWorld(t, youtubetest.Options{}, one(nil))
	p := w.open()
	press(p)
	p.Wait(state("playing"))
	if n := browsertest.Eval[int](p, `window.violations + `+frame+`.contentWindow.violations`); n != 0 {
		t.Errorf("%d violations", n)
	}
	res, err := http.Get(w.url)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	policy := res.Header.Get("Content-Security-Policy")
	for _, want := range []string{"script-src 'self';", "frame-src 'self';", "require-trusted-types-for 'script'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the page's policy lacks %s: %s", want, policy)
		}
	}
}

// TestYT15NoReferer stands between the browser and YouTube and takes the Referer
// away, as some proxies and extensions do.
func TestYT15NoReferer(t *testing.T) {
	var w *world
	w = newWorld(t, youtubetest.Options{}, func() []*youtube.Player {
		return []*youtube.Player{{Video: video, Title: "A film", Handlers: w.hear(), Frame: "frame"}}
	})
	deaf := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		r.Header.Del("Referer")
		w.youtube.ServeHTTP(out, r)
	}))
	defer deaf.Close()
	w.app.Handle("GET /frame", youtube.Frame(youtube.FrameOptions{API: deaf.URL + "/iframe_api", Host: deaf.URL}))
	p := w.open(browsertest.Foreign(deaf.URL))
	press(p)
	if e := w.until("error", nil); e.Code != youtube.NoReferer || !strings.Contains(e.Code.Error(), "Referrer-Policy: strict-origin-when-cross-origin") {
		t.Errorf("got %v", e.Code)
	}
	p.Wait(`document.querySelector("[data-part=panel]").textContent.includes("Referrer-Policy: strict-origin-when-cross-origin")`)
}

func TestYT16Size(t *testing.T) {
	w := newWorld(t, youtubetest.Options{}, func() []*youtube.Player {
		return []*youtube.Player{{Video: video, Title: "One"}, {Video: video, Title: "Two", Width: 480, Height: 270}, {Video: video, Title: "Three", Width: 100, Height: 100}}
	})
	p := w.open()
	p.Run(`window.shifts = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) shifts += e.value }).observe({ type: "layout-shift", buffered: true })`)
	const sizes = `[...document.querySelectorAll("[data-omg=youtube]")].map((e) => [e.offsetWidth, e.offsetHeight].join("x")).join(" ")`
	before := browsertest.Eval[string](p, sizes)
	press(p)
	p.Wait(state("playing"))
	if after := browsertest.Eval[string](p, sizes); after != before {
		t.Errorf("sizes were %s, now %s", before, after)
	}
	if !strings.Contains(before, " 482x272 202x202") {
		t.Errorf("sizes are %s", before)
	}
	if shift := browsertest.Eval[float64](p, "shifts"); shift != 0 {
		t.Errorf("the layout shifts by %v", shift)
	}
	w.turn(func(ctx context.Context) error { return w.stage.Players[1].Size(ctx, 320, 240) })
	p.Wait(`document.querySelectorAll("[data-omg=youtube] > svg")[1].getBoundingClientRect().width === 320`)
}

func TestYT17Orders(t *testing.T) {
	for _, order := range []youtubetest.Order{youtubetest.Usual, youtubetest.NoBuffering, youtubetest.Repeated} {
		t.Run("order "+string(order), func(t *testing.T) {
			var w *world
			w = newWorld(t, youtubetest.Options{Order: order, Lengths: long}, func() []*youtube.Player {
				return []*youtube.Player{{Video: video, Title: "A film", Handlers: w.hear()}}
			})
			p := w.open()
			press(p)
			w.until("state", in(youtube.Playing))
			film := w.stage.Players[0]
			w.turn(func(ctx context.Context) error { return film.Seek(ctx, hour) })
			p.Wait(state("ended"))
			w.turn(film.Pause) // stays ended
			w.eventually(film, func(s youtube.Status) bool { return s.State == youtube.Ended && s.Time == hour })
			for len(w.events) > 0 {
				<-w.events
			}
			w.turn(film.Play)
			w.until("state", in(youtube.Playing))
			w.turn(film.Pause)
			w.until("state", in(youtube.Paused))
			w.turn(func(ctx context.Context) error { return film.Seek(ctx, 0.5) }) // stays paused
			w.eventually(film, func(s youtube.Status) bool { return s.State == youtube.Paused && s.Time == 0.5 })
			w.turn(film.Stop)
			w.eventually(film, func(s youtube.Status) bool { return s.State != youtube.Playing })
		})
	}
}

func TestDrivenFromThePage(t *testing.T) {
	var w *world
	w = newWorld(t, youtubetest.Options{}, func() []*youtube.Player {
		return []*youtube.Player{{Video: video, Title: "A film", Handlers: w.hear()}}
	})
	p := w.open()
	drive := func(what string) (got string) {
		w.turn(func(ctx context.Context) (err error) { got, err = probe.DriveIt.Call(ctx, what); return err })
		return got
	}
	p.Wait(state("facade"))
	drive("open")
	w.until("state", in(youtube.Cued))
	drive("volume")
	w.until("state", in(youtube.Playing))
	if got := drive(""); got != video+" 40" {
		t.Errorf("got %s", got)
	}
	drive("cue")
	w.until("state", in(youtube.Cued))
	drive("load")
	w.until("state", in(youtube.Playing))
	drive("sound")
	if got := drive(""); !strings.HasPrefix(got, "ccccccccccc ") {
		t.Errorf("got %s", got)
	}
	drive("destroy")
	p.Wait(`document.querySelector("[data-part=play]") && !document.querySelector("iframe")`)
}

func TestRemembersTheChoice(t *testing.T) {
	w := newWorld(t, youtubetest.Options{}, one(func(p *youtube.Player) { p.Remember = true }))
	p := w.open()
	p.Axe()
	p.Screenshot("youtube-remember")
	p.Click("[data-part=always]")
	press(p)
	p.Wait(state("playing"))
	next := p.Tab(w.url, browsertest.Foreign(w.away))
	next.Wait(state("cued")) // loads with the page, and does not start by itself
	w.turn(youtube.Forget)
	next.Wait(`localStorage.getItem("omg-youtube") === null`)
	last := p.Tab(w.url)
	last.Wait(state("facade"))
	if n := last.Count("iframe"); n != 0 {
		t.Errorf("%d frames though the choice is forgotten", n)
	}
}

// TestStrangers speaks to the page and to the frame as others may.
func TestStrangers(t *testing.T) {
	w := newWorld(t, youtubetest.Options{Lengths: long}, one(nil))
	p := w.open()
	press(p)
	p.Wait(state("playing"))
	p.Run(`window.postMessage({ omg: "youtube", kind: "failed" }, "*");
		window.postMessage({ omg: "youtube", kind: "event", name: "error", code: 5, status: {}, modules: [] }, "*")`)
	for _, m := range []string{`null`, `1`, `"youtube"`, `{ omg: "youtube" }`, `{ omg: "youtube", kind: "do", method: "constructor" }`,
		`{ omg: "youtube", kind: "do", method: "toString" }`, `{ omg: "youtube", kind: "create", video: "bbbbbbbbbbb", settings: "" }`} {
		p.Run(fmt.Sprintf(frame+`.contentWindow.postMessage(%s, location.origin)`, m))
	}
	p.Run(`new Promise((done) => setTimeout(done))`)
	p.Wait(state("playing") + ` && !document.querySelector("[data-part=panel]") && ` + frame + `.contentDocument.querySelectorAll("iframe").length === 1`)
}
