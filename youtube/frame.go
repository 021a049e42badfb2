package youtube

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

// FrameOptions of the frame page. The zero value is good.
type FrameOptions struct {
	// API is the address of the player's script:
	// "https://www.youtube.com/iframe_api".
	API string
	// Host is where players come from: "https://www.youtube-nocookie.com".
	Host string
	// Parents are the origins whose pages may show a player, where that is not
	// the frame page's own alone: "https://example.org". The own is not among
	// them then.
	Parents []string
}

// Frame returns the page in which a player lives, to be mounted where
// [Player.Frame] says:
//
//	app.Handle("GET /youtube/frame", youtube.Frame(youtube.FrameOptions{}))
//
// Its own content policy lets YouTube's script and player in, so that the
// application's need not. It panics if an address in o is none.
func Frame(o FrameOptions) http.Handler {
	f := &frame{
		API:     cmp.Or(o.API, "https://www.youtube.com/iframe_api"),
		Host:    cmp.Or(o.Host, "https://www.youtube-nocookie.com"),
		Parents: strings.Join(o.Parents, " "),
		Script:  newFile(frameScript, "text/javascript; charset=utf-8"),
		Style:   newFile(frameStyle, "text/css; charset=utf-8"),
	}
	f.policy = f.contentPolicy()
	var page bytes.Buffer
	if err := framePage.Execute(&page, f); err != nil {
		panic("youtube: " + err.Error())
	}
	f.page = page.Bytes()
	return f
}

// frame serves the frame page and its two files, by the query of its address.
type frame struct {
	API, Host, Parents string
	Script, Style      file
	policy             string
	page               []byte
}

// A file never changes under its name.
type file struct {
	Name string
	kind string
	body []byte
}

//go:embed frame.js
var frameScript string

//go:embed frame.css
var frameStyle string

var framePage = template.Must(template.New("frame").Parse(`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>YouTube player</title>
<link rel="stylesheet" href="?{{.Style.Name}}">
<body data-api="{{.API}}" data-host="{{.Host}}" data-parents="{{.Parents}}">
<script type="module" src="?{{.Script.Name}}"></script>
`))

func newFile(source, kind string) file {
	m := minify.New()
	m.Add("text/css", &css.Minifier{})
	m.Add("text/javascript", &js.Minifier{})
	media, _, _ := strings.Cut(kind, ";")
	small, err := m.String(media, source)
	if err != nil {
		panic("youtube: " + err.Error())
	}
	sum := sha256.Sum256([]byte(small))
	return file{Name: hex.EncodeToString(sum[:8]), kind: kind, body: []byte(small)}
}

// contentPolicy lets in what the player needs and nothing else. YouTube's script
// makes policies of these names for Trusted Types.
func (f *frame) contentPolicy() string {
	ancestors := cmp.Or(f.Parents, "'self'")
	api, host := originOf(f.API), originOf(f.Host)
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' " + api,
		"style-src 'self'",
		"frame-src " + host + " " + api,
		"base-uri 'none'", "form-action 'none'", "frame-ancestors " + ancestors,
		"require-trusted-types-for 'script'", "trusted-types omg-youtube youtube-widget-api goog#html 'allow-duplicates'",
	}, "; ")
}

func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		panic("youtube: FrameOptions: not an address: " + address)
	}
	return u.Scheme + "://" + u.Host
}

// ServeHTTP serves the page, or the file that the query names.
func (f *frame) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	for _, file := range []file{f.Script, f.Style} {
		if r.URL.RawQuery == file.Name {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
			f.send(w, r, file.kind, file.body)
			return
		}
	}
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Security-Policy", f.policy)
	h.Set("Referrer-Policy", "strict-origin-when-cross-origin") // else YouTube answers 153
	f.send(w, r, "text/html; charset=utf-8", f.page)
}

func (f *frame) send(w http.ResponseWriter, r *http.Request, kind string, body []byte) {
	w.Header().Set("Content-Type", kind)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}
