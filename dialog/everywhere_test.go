package dialog_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// openTabs opens n tabs of one user.
func openTabs(t *testing.T, n int) (pages []*browsertest.Page, sessions []*bridge.Session) {
	t.Helper()
	fresh := make(chan *host, n)
	url := serve(t, server.Options{}, func() widget.Widget {
		h := newHost(nil)
		fresh <- h
		return h
	})
	for i := range n {
		var p *browsertest.Page
		if i == 0 {
			p = browsertest.Open(t, url)
		} else {
			p = pages[0].Tab(url)
		}
		p.WaitConnected()
		pages = append(pages, p)
		sessions = append(sessions, bridge.FromContext((<-fresh).session()))
	}
	return pages, sessions
}

type verdict struct {
	r   dialog.Result
	by  *bridge.Session
	err error
}

// everywhere asks all sessions, and gives what comes of it.
func everywhere(ctx context.Context, sessions []*bridge.Session, m dialog.Modal) <-chan verdict {
	done := make(chan verdict, 1)
	go func() {
		r, by, err := dialog.Everywhere(ctx, slices.Values(sessions), m)
		done <- verdict{r, by, err}
	}()
	return done
}

// TestE21FirstAnswerWins: of three tabs one dismisses the dialog, one answers, and
// the third is told so.
func TestE21FirstAnswerWins(t *testing.T) {
	pages, sessions := openTabs(t, 3)
	pages[2].Run(`document.querySelector("#other").focus()`)
	done := everywhere(t.Context(), sessions, rename)
	for _, p := range pages {
		p.Wait(`document.querySelector("dialog:modal")`)
	}
	keys(pages[0], kb.Escape)
	pages[0].Wait(isClosed)
	pages[1].Run(`document.querySelector("[name=name]").focus()`)
	keys(pages[1], "x")
	pages[1].Wait(`document.querySelector("[name=name]").value.includes("x")`)
	pages[1].Wait(`(document.querySelector("dialog [data-default]")?.click(), !document.querySelector("dialog:modal"))`) // it does not answer at once, as nobody asked for it
	v := <-done
	if v.err != nil || v.by != sessions[1] || v.r.Button != "ok" || v.r.Text("name") == "" {
		t.Errorf("answer %+v", v)
	}
	pages[2].Wait(isClosed)
	pages[2].Wait(`document.querySelector("[data-omg=notification]").textContent.includes("Answered elsewhere")`)
	focused(pages[2], "#other")
	for _, p := range pages[:2] {
		p.Wait(isClosed)
		if p.Count("[data-omg=notification]") > 0 {
			t.Error("who has dismissed or answered is told of it")
		}
	}
}

// TestE21NobodyAnswers: all dismiss, or all are gone, or nobody waits any more.
func TestE21NobodyAnswers(t *testing.T) {
	pages, sessions := openTabs(t, 2)
	open := func() {
		for _, p := range pages {
			p.Wait(`document.querySelector("dialog:modal")`)
		}
	}
	done := everywhere(t.Context(), sessions, rename)
	open()
	for _, p := range pages {
		keys(p, kb.Escape)
	}
	if v := <-done; !errors.Is(v.err, dialog.ErrDismissed) {
		t.Errorf("all dismissed: %v", v.err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	for _, p := range pages {
		p.Wait(isClosed)
	}
	done = everywhere(ctx, sessions, rename)
	open()
	cancel()
	if v := <-done; !errors.Is(v.err, context.Canceled) {
		t.Errorf("nobody waits: %v", v.err)
	}
	for _, p := range pages {
		p.Wait(isClosed)
		if p.Count("[data-omg=notification]") > 0 {
			t.Error("told of an answer that nobody gave")
		}
	}
	done = everywhere(t.Context(), sessions, rename)
	open()
	for _, s := range sessions {
		s.End(nil)
	}
	if v := <-done; !errors.Is(v.err, dialog.ErrNobody) {
		t.Errorf("all are gone: %v", v.err)
	}
	if v := <-everywhere(t.Context(), nil, rename); !errors.Is(v.err, dialog.ErrNobody) {
		t.Errorf("nobody was there: %v", v.err)
	}
}
