package youtube_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/omg-go/omg/widget/widgettest"
	"github.com/omg-go/omg/youtube"
)

func TestFacade(t *testing.T) {
	p := widgettest.Mount(t, &youtube.Player{Video: video, Title: `<img src=x onerror=alert(1)>`, Poster: "poster.jpg", Note: "Quiet."})
	if got := p.Text("[data-part=play]"); got != "Play: <img src=x onerror=alert(1)>" {
		t.Errorf("the button says %q", got)
	}
	if html := p.HTML(); !strings.Contains(html, "Quiet.") || !strings.Contains(html, `src="poster.jpg"`) || strings.Contains(html, "<iframe") {
		t.Errorf("got %s", html)
	}
}

func TestSettings(t *testing.T) {
	p := widgettest.Mount(t, &youtube.Player{Video: video, Settings: youtube.Settings{
		Autoplay: true, Muted: true, Captions: true, Language: "de", NoControls: true, NoKeyboard: true, Loop: true, Start: 3.5, End: 9,
	}})
	const want = `data-settings="autoplay=1&amp;cc_lang_pref=de&amp;cc_load_policy=1&amp;controls=0&amp;disablekb=1&amp;end=9&amp;hl=de&amp;loop=1&amp;mute=1&amp;playlist=M7lc1UVf-VE&amp;start=3"`
	if html := p.HTML(); !strings.Contains(html, want) {
		t.Errorf("no %s in %s", want, html)
	}
}

func TestFramePage(t *testing.T) {
	f := youtube.Frame(youtube.FrameOptions{})
	w := httptest.NewRecorder()
	f.ServeHTTP(w, httptest.NewRequest("GET", "/youtube/frame", nil))
	for name, want := range map[string]string{
		"Referrer-Policy": "strict-origin-when-cross-origin",
		"Content-Security-Policy": "default-src 'none'; script-src 'self' https://www.youtube.com; style-src 'self'; " +
			"frame-src https://www.youtube-nocookie.com https://www.youtube.com; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
			"require-trusted-types-for 'script'; trusted-types omg-youtube youtube-widget-api goog#html 'allow-duplicates'",
		"X-Content-Type-Options": "nosniff", "Content-Type": "text/html; charset=utf-8",
	} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s: got %s", name, got)
		}
	}
	page := w.Body.String()
	if !strings.Contains(page, `data-host="https://www.youtube-nocookie.com"`) {
		t.Errorf("got %s", page)
	}
	files := regexp.MustCompile(`(?:src|href)="(\?[0-9a-f]{16})"`).FindAllStringSubmatch(page, -1)
	if len(files) != 2 {
		t.Fatalf("got %s", page)
	}
	for _, m := range files {
		w := httptest.NewRecorder()
		f.ServeHTTP(w, httptest.NewRequest("GET", "/youtube/frame"+m[1], nil))
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			t.Errorf("%s: %d %v", m[1], w.Code, w.Header())
		}
	}
}

func TestFrameOfAnotherSite(t *testing.T) {
	w := httptest.NewRecorder()
	youtube.Frame(youtube.FrameOptions{Parents: []string{"https://a.example", "https://b.example"}}).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors https://a.example https://b.example;") {
		t.Errorf("got %s", policy)
	}
}

func TestFrameRefusesWhatIsNoAddress(t *testing.T) {
	for _, bad := range []string{"youtube", "javascript:alert(1)", "https://"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken", bad)
				}
			}()
			youtube.Frame(youtube.FrameOptions{API: bad})
		}()
	}
}

func TestStates(t *testing.T) {
	for s, want := range map[youtube.State]string{
		youtube.Unstarted: "unstarted", youtube.Ended: "ended", youtube.Playing: "playing",
		youtube.Paused: "paused", youtube.Buffering: "buffering", youtube.Cued: "cued",
	} {
		if s.String() != want {
			t.Errorf("%d is %s", s, s)
		}
	}
}
