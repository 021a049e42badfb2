package main

import (
	"embed"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// A story shows one thing, alive.
type story struct {
	Name        string // of its files and in its address
	Title       string
	Text        string   // what to see and to try, a sentence or two
	Order       int      // place in the list
	Development bool     // shows what visitors must not see
	States      []string // what it can open with, chosen by ?state=; the first is the default
	New         func(r *http.Request) widget.Widget
}

var stories []story

// register adds a story; each calls it when the program starts.
func register(s story) bool {
	stories = append(stories, s)
	slices.SortFunc(stories, func(a, b story) int { return a.Order - b.Order })
	return true
}

//go:embed story_*.go story_*.templ story_*.js
var sources embed.FS

// source is one file of a story, coloured.
type source struct {
	Name string
	HTML string
}

// Sources returns the story's own files as they were compiled.
func (s story) Sources() (files []source) {
	for _, ext := range []string{".templ", ".go", ".js"} {
		name := "story_" + s.Name + ext
		text, err := sources.ReadFile(name)
		if err == nil {
			files = append(files, source{Name: name, HTML: colour(strings.TrimSpace(string(text)))})
		}
	}
	return files
}

// A gallery shows stories.
type gallery struct{ stories []story }

// newGallery returns a gallery of what visitors may see.
func newGallery(development bool) *gallery {
	g := &gallery{}
	for _, s := range stories {
		if !s.Development || development {
			g.stories = append(g.stories, s)
		}
	}
	return g
}

// page serves a story in the gallery's frame.
func (g *gallery) page(s story, r *http.Request) (widget.Widget, error) {
	v := g.view(r)
	shell := server.ShellOf(r)
	shell.Title = s.Title + " \u00b7 OMG"
	shell.Theme, shell.Dir = v.Theme, v.Dir
	shell.SetBody(func(content templ.Component) templ.Component {
		return v.frame(s.Name, v.story(s, content))
	})
	return s.New(r), nil
}

// index serves the list of stories.
func (g *gallery) index(r *http.Request) (widget.Widget, error) {
	v := g.view(r)
	shell := server.ShellOf(r)
	shell.Title = "OMG: widgets in Go, alive in the browser"
	shell.Theme = v.Theme
	shell.SetBody(func(templ.Component) templ.Component { return v.frame("", v.index()) })
	return nil, nil
}

// A view is a page of the gallery, with what the visitor chose in the address.
type view struct {
	*gallery
	Theme string // "light", "dark" or "" for the system's
	Dir   string // "rtl" or "" for left to right
	State string // of the story, "" for none
	path  string // of the page
	root  string // the way from the page to the demo's root
}

func (g *gallery) view(r *http.Request) view {
	v := view{gallery: g, path: r.URL.Path, root: strings.Repeat("../", strings.Count(r.URL.Path, "/")-1)}
	if t := r.FormValue("theme"); t == "light" || t == "dark" {
		v.Theme = t
	}
	if r.FormValue("dir") == "rtl" {
		v.Dir = "rtl"
	}
	v.State = r.FormValue("state")
	return v
}

// href returns the address of a page of the demo, with what the visitor chose.
func (v view) href(path string) templ.SafeURL {
	v.State = ""
	return v.address(v.root + path)
}

// themed returns the address of this page in another theme.
func (v view) themed(theme string) templ.SafeURL {
	v.Theme = theme
	return v.address(v.path[strings.LastIndex(v.path, "/")+1:])
}

// inState returns the address of this story in another state.
func (v view) inState(state string) templ.SafeURL {
	v.State = state
	return v.address(v.path[strings.LastIndex(v.path, "/")+1:])
}

func (v view) address(path string) templ.SafeURL {
	q := url.Values{}
	for name, value := range map[string]string{"theme": v.Theme, "dir": v.Dir, "state": v.State} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if path == "" {
		path = "./"
	}
	if len(q) > 0 {
		path += "?" + q.Encode()
	}
	return templ.SafeURL(path)
}

// current marks the link to the page that is shown.
func current(is bool) templ.Attributes {
	if is {
		return templ.Attributes{"aria-current": "page"}
	}
	return nil
}

func number(i int) string { return fmt.Sprintf("%02d", i+1) }
