package server

import (
	"context"
	"net/http"
	"slices"

	"github.com/a-h/templ"
)

// A Shell is the document around a page's widget. Each page starts from a copy
// of [App.Shell]; its function may change that copy, see [ShellOf].
//
// A Shell has no lock: change the application's before it serves, a page's in
// the page's function.
type Shell struct {
	Title string
	Lang  string // of the html element
	Dir   string // "rtl", "auto"; empty is left to right
	Theme string // "light" or "dark"; empty follows the system

	// Icon is the address of the page's icon: relative to the application's
	// root, as [App.Asset] returns it, or with a scheme. By default an empty
	// one, so that browsers do not ask for /favicon.ico.
	Icon string

	// NoScript is what visitors without JavaScript read above a page that has
	// something to click or type; empty says nothing.
	NoScript string
	// Lost and Ended are what the banner says while the page's connection is
	// lost, and once it can not come back. Both empty leaves the banner out.
	Lost, Ended string
	// Failed is what the page says for a moment when a handler or a drawing
	// failed with an error that is not a [bridge.UserError]. Empty leaves the
	// line out; the page's document gets the event omg:error all the same, with
	// a code and a message in its detail, and preventing it keeps the line empty.
	Failed string

	head   []templ.Component
	body   []templ.Component
	layout func(content templ.Component) templ.Component
}

func newShell(o *Options) *Shell {
	return &Shell{
		Title:    o.Title,
		Lang:     o.lang(),
		Dir:      o.Dir,
		Icon:     "data:,",
		NoScript: "Buttons and forms on this page need JavaScript.",
		Lost:     "Connection lost. Trying again\u2026",
		Ended:    "This page is no longer connected. Load it again to go on.",
		Failed:   "Something went wrong. It may help to try again.",
	}
}

func (s *Shell) clone() *Shell {
	c := *s
	c.head, c.body = slices.Clone(s.head), slices.Clone(s.body)
	return &c
}

// AddHead adds to the end of the head element: links, meta elements, scripts by
// address. The content policy drops what is inline.
func (s *Shell) AddHead(parts ...templ.Component) { s.head = append(s.head, parts...) }

// SetHead replaces what was added to the head element.
func (s *Shell) SetHead(parts ...templ.Component) { s.head = parts }

// AddBody adds to the body element, after the page's widget.
func (s *Shell) AddBody(parts ...templ.Component) { s.body = append(s.body, parts...) }

// SetBody replaces what is in the body element: layout draws it round content,
// the page's widget, and what was added is dropped. A nil layout draws content
// alone.
func (s *Shell) SetBody(layout func(content templ.Component) templ.Component) {
	s.body, s.layout = nil, layout
}

// inside draws content in the layout.
func (s *Shell) inside(content templ.Component) templ.Component {
	if s.layout == nil {
		return content
	}
	return s.layout(content)
}

type shellKey struct{}

// ShellOf returns the shell of the page that r asks for, which the page's
// function may change. It panics if r is not the request that a page's function
// was called with.
func ShellOf(r *http.Request) *Shell {
	s, ok := r.Context().Value(shellKey{}).(*Shell)
	if !ok {
		panic("server: ShellOf outside a page's function")
	}
	return s
}

func withShell(r *http.Request, s *Shell) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), shellKey{}, s))
}
