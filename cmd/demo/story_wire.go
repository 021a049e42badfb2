package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "wire", Title: "Wire log", Order: 60, Development: true,
	Text: "Every frame of this page's socket. Count, and see what a click costs each way.",
	New:  func(*http.Request) widget.Widget { return &WireLog{Counter: &Counter{}} },
})

// A Frame is one message of the socket.
type Frame struct {
	N    int
	At   time.Time
	Sent bool // by the server
	Size int
	Text string
}

// WireLog shows the newest frames of its own page.
type WireLog struct {
	widget.Base
	Counter *Counter

	session *bridge.Session
	mu      sync.Mutex
	frames  []Frame // the newest last
	count   int
}

// shown is how many frames the log keeps, and cut how much of one.
const (
	shown = 12
	cut   = 120
)

// Mount begins to listen.
func (w *WireLog) Mount(ctx context.Context) error {
	w.session = bridge.FromContext(ctx)
	wireLogs.set(w.session, w)
	return nil
}

// Unmount ends it.
func (w *WireLog) Unmount() { wireLogs.set(w.session, nil) }

// add notes a frame. The log's own drawing is a frame too: only what the page
// sends, but for bare acknowledgements, draws it again, so that it comes to rest.
func (w *WireLog) add(sent bool, frame []byte) {
	text := string(frame[:min(len(frame), cut)])
	w.mu.Lock()
	w.count++
	w.frames = append(w.frames, Frame{N: w.count, At: time.Now(), Sent: sent, Size: len(frame), Text: text})
	w.frames = w.frames[max(0, len(w.frames)-shown):]
	w.mu.Unlock()
	if !sent && !strings.HasPrefix(text, "[0,") {
		w.Redraw()
	}
}

// Frames returns the newest frames, the newest first.
func (w *WireLog) Frames() (list []Frame) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i := len(w.frames) - 1; i >= 0; i-- {
		list = append(list, w.frames[i])
	}
	return list
}

// Clear forgets them.
func (w *WireLog) Clear(ctx context.Context) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.frames = nil
}

// Way says where the frame went.
func (f Frame) Way() string {
	if f.Sent {
		return "to the page"
	}
	return "to the server"
}

// Bytes returns the size for people.
func (f Frame) Bytes() string { return fmt.Sprintf("%d B", f.Size) }

// wireLogs finds the log of a session.
var wireLogs logs

type logs struct{ m sync.Map }

func (l *logs) set(s *bridge.Session, w *WireLog) {
	if w == nil {
		l.m.Delete(s)
		return
	}
	l.m.Store(s, w)
}

// record is the server's Options.Frame.
func (l *logs) record(s *bridge.Session, sent bool, frame []byte) {
	if w, ok := l.m.Load(s); ok {
		w.(*WireLog).add(sent, frame)
	}
}

func (f Frame) variant() string {
	if f.Sent {
		return "success"
	}
	return ""
}
