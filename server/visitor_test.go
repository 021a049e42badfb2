package server_test

import (
	"encoding/json"
	"html"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// A browser keeps cookies and opens sockets, as far as the server can tell.
type browser struct {
	t   *testing.T
	url string
	jar http.CookieJar
	as  string // X-User, in place of a login
}

func newBrowser(t *testing.T, h http.Handler) *browser {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	jar, _ := cookiejar.New(nil)
	// The jar takes a host on loopback for insecure and would drop the cookie.
	return &browser{t: t, url: s.URL, jar: &insecureJar{jar}}
}

// insecureJar keeps what is marked as secure, as browsers do on loopback.
type insecureJar struct{ http.CookieJar }

func (j *insecureJar) SetCookies(u *url.URL, cookies []*http.Cookie) {
	for _, c := range cookies {
		c.Secure = false
	}
	j.CookieJar.SetCookies(u, cookies)
}

// page is what the browser reads of a page's boot.
type page struct{ Ticket, Build string }

var bootOf = regexp.MustCompile(`<meta name="omg" content="([^"]*)"`)

func (b *browser) get(path string) (p page) {
	b.t.Helper()
	r, _ := http.NewRequest("GET", b.url+path, nil)
	r.Header.Set("X-User", b.as)
	c := http.Client{Jar: b.jar, Transport: &http.Transport{DisableKeepAlives: true}}
	res, err := c.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	body := text(res)
	m := bootOf.FindStringSubmatch(body)
	if m == nil || json.Unmarshal([]byte(html.UnescapeString(m[1])), &p) != nil {
		b.t.Fatalf("no boot in %d\n%s", res.StatusCode, body)
	}
	return p
}

// dial opens a socket and says HELLO; it returns the answer.
func (b *browser) dial(hello ...any) (*websocket.Conn, []any) {
	b.t.Helper()
	d := websocket.Dialer{Jar: b.jar}
	c, res, err := d.Dial("ws"+strings.TrimPrefix(b.url, "http")+"/_omg/socket", http.Header{"Origin": {b.origin()}, "X-User": {b.as}})
	if err != nil {
		b.t.Fatalf("%v %v", err, res)
	}
	b.t.Cleanup(func() { c.Close() })
	say(c, append([]any{"h", 1}, hello...)...)
	var answer []any
	if err := c.ReadJSON(&answer); err != nil {
		b.t.Fatal(err)
	}
	return c, answer
}

// origin is what a browser sends of b.url.
func (b *browser) origin() string {
	u, err := url.Parse(b.url)
	if err != nil {
		b.t.Fatal(err)
	}
	return u.Scheme + "://" + u.Host
}

// say sends one frame.
func say(c *websocket.Conn, message ...any) {
	data, _ := json.Marshal(message)
	c.WriteMessage(websocket.TextMessage, data)
}

// wasRead returns when the server has read what was said.
func wasRead(t *testing.T, c *websocket.Conn) {
	t.Helper()
	pong := make(chan bool)
	c.SetPongHandler(func(string) error { close(pong); return nil })
	if err := c.WriteControl(websocket.PingMessage, nil, time.Time{}); err != nil {
		t.Fatal(err)
	}
	go c.ReadMessage() // until the test ends
	<-pong
}

func (b *browser) open(p page) (*websocket.Conn, []any) {
	b.t.Helper()
	return b.dial(p.Build, 1, 0, p.Ticket, nil, nil)
}

func (b *browser) resume(p page, attempt int, welcome []any) []any {
	b.t.Helper()
	_, answer := b.dial(p.Build, attempt, 0, nil, welcome[1], welcome[2])
	return answer
}

func wantKind(t *testing.T, answer []any, kind string) {
	t.Helper()
	if len(answer) == 0 || answer[0] != kind {
		t.Errorf("got %v, want %q", answer, kind)
	}
}
