package server

import (
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strconv"

	"github.com/google/uuid"
)

// Errors that a page's function returns to have another page shown instead.
var (
	ErrNotFound  = errors.New("server: not found") // 404
	ErrForbidden = errors.New("server: forbidden") // 403
)

// A Redirect is the error of a page's function that sends the visitor elsewhere.
// A relative URL is relative to the page.
type Redirect struct{ URL string }

func (r *Redirect) Error() string { return "server: go to " + r.URL }

// RedirectTo returns a [Redirect].
func RedirectTo(url string) error { return &Redirect{URL: url} }

// statusFor returns the status of the answer where a page's function failed.
func statusFor(err error) int {
	switch {
	case errors.Is(err, ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, ErrForbidden):
		return http.StatusForbidden
	}
	return http.StatusInternalServerError
}

// failure is what error.templ draws.
type failure struct {
	code        int
	title, text string
	detail      string
	reference   string // finds the line in the log; "" if there is none
	routes      []string
	root        string
}

var texts = map[int][2]string{
	http.StatusForbidden:           {"Not allowed", "You may not see this page."},
	http.StatusNotFound:            {"Page not found", "There is nothing at this address."},
	http.StatusMethodNotAllowed:    {"Not possible here", "This address does not take such a request."},
	http.StatusMisdirectedRequest:  {"Unknown host", "This server does not answer to that name."},
	http.StatusInternalServerError: {"Something went wrong", "It may help to try again. If not, please tell us the reference below."},
	http.StatusServiceUnavailable:  {"Busy right now", "Please try again in a moment."},
}

func newFailure(code int) *failure {
	f := &failure{code: code, title: http.StatusText(code), text: "The server could not answer."}
	if t, ok := texts[code]; ok {
		f.title, f.text = t[0], t[1]
	}
	return f
}

func (f *failure) number() string { return strconv.Itoa(f.code) }

func (f *failure) variant() string {
	if f.code >= 500 {
		return "danger"
	}
	return "warn"
}

// serveFault logs what went wrong in the server and answers with a page that has
// the reference to find it there: a visitor can quote it and learns no more.
func (a *App) serveFault(w http.ResponseWriter, r *http.Request, what string, err error) {
	f := newFailure(http.StatusInternalServerError)
	f.reference = uuid.NewString()
	a.opts.log().Error("server: "+what, "reference", f.reference, "url", r.URL.Path, "err", err)
	a.serveFailure(w, r, f, err)
}

// serveError answers with a page that says what is wrong.
func (a *App) serveError(w http.ResponseWriter, r *http.Request, code int, err error) {
	a.serveFailure(w, r, newFailure(code), err)
}

// serveFailure answers with f. Only in development it says all that is known.
func (a *App) serveFailure(w http.ResponseWriter, r *http.Request, f *failure, err error) {
	code := f.code
	f.root = rootOf(r.URL)
	if a.opts.Development {
		if err != nil {
			f.detail = err.Error()
		}
		if code == http.StatusNotFound {
			f.routes = slices.Sorted(slices.Values(a.routes))
		}
	}
	shell := a.shell.clone()
	shell.Title = f.title
	shell.SetBody(nil)
	a.writeHeaders(w)
	w.WriteHeader(code)
	if r.Method == http.MethodHead {
		return
	}
	d := &document{Shell: shell, root: f.root, styles: a.styles, content: f.view()}
	if err := d.view().Render(r.Context(), w); err != nil {
		a.opts.log().Debug("server: error page", "err", err)
	}
}

// recovered turns a panic into an answer: it ends the request, not the process.
func (a *App) recovered(w http.ResponseWriter, r *http.Request) {
	p := recover()
	if p == nil {
		return
	}
	if p == http.ErrAbortHandler {
		panic(p)
	}
	stack := debug.Stack()
	a.serveFault(w, r, "panic", fmt.Errorf("panic: %v\n\n%s", p, stack))
}
