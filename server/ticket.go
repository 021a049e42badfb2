package server

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"time"
)

// ticketLife is how long after its GET a page may connect for the first time. A
// page that is shown later, out of a sleeping laptop, loads itself again.
const ticketLife = 15 * time.Minute

// errTicket says that a ticket is forged, used, too old or another browser's.
// It does not say which: only the bearer would learn from that.
var errTicket = errors.New("server: ticket is not valid")

// A ticket lets the page that carries it open its session, once. It says all
// that is needed to build the page again where it is no longer cached.
type ticket struct {
	Nonce    string `json:"n"`
	URL      string `json:"u"`           // path and query, as the application saw them
	Browser  string `json:"b"`           // fingerprint of the cookie that came or was set
	Had      bool   `json:"h,omitempty"` // the browser sent the cookie, so it must send it again
	Identity string `json:"i,omitempty"` // fingerprint of Options.Identity
	At       int64  `json:"t"`           // Unix seconds
}

// tickets signs tickets and remembers those that were used.
type tickets struct {
	key  []byte
	mu   sync.Mutex
	used map[string]int64 // nonce to the second at which it was issued
	base int64            // tickets issued before are refused
}

func newTickets(secret []byte) *tickets {
	key := sha256.Sum256(append([]byte("omg ticket\x00"), secret...))
	if len(secret) == 0 {
		rand.Read(key[:])
	}
	return &tickets{key: key[:], used: map[string]int64{}}
}

// issue signs a ticket, after giving it its nonce and its time.
func (ts *tickets) issue(t ticket) (text, nonce string) {
	t.Nonce, t.At = rand.Text(), time.Now().Unix()
	data, err := json.Marshal(t)
	if err != nil {
		panic(err) // strings and numbers only
	}
	body := base64.RawURLEncoding.EncodeToString(data)
	return body + "." + base64.RawURLEncoding.EncodeToString(ts.sign(body)), t.Nonce
}

func (ts *tickets) sign(body string) []byte {
	mac := hmac.New(sha256.New, ts.key)
	mac.Write([]byte(body))
	return mac.Sum(nil)
}

// read returns what a ticket says if it is genuine and not too old.
func (ts *tickets) read(text string) (t ticket, err error) {
	body, mac, _ := strings.Cut(text, ".")
	sum, err := base64.RawURLEncoding.DecodeString(mac)
	if err != nil || !hmac.Equal(sum, ts.sign(body)) {
		return t, errTicket
	}
	data, err := base64.RawURLEncoding.DecodeString(body)
	if err != nil || json.Unmarshal(data, &t) != nil {
		return t, errTicket
	}
	if age := time.Now().Unix() - t.At; age > int64(ticketLife/time.Second) || age < -60 {
		return t, errTicket
	}
	return t, nil
}

// maxUsed bounds the memory of used tickets: about 10 MB.
const maxUsed = 100_000

// use marks a ticket as used; it fails if it was.
func (ts *tickets) use(t ticket) error {
	ts.mu.Lock()
	defer ts.mu.Unlock()
	if _, again := ts.used[t.Nonce]; again || t.At < ts.base {
		return errTicket
	}
	if len(ts.used) >= maxUsed {
		ts.forget()
	}
	ts.used[t.Nonce] = t.At
	return nil
}

// forget drops what read refuses by itself. Where that leaves the memory full,
// the older half of the life goes too, and base refuses what went with it.
func (ts *tickets) forget() {
	for _, life := range []time.Duration{ticketLife, ticketLife / 2, 0} {
		ts.base = max(ts.base, time.Now().Add(-life).Unix())
		for nonce, at := range ts.used {
			if at < ts.base {
				delete(ts.used, nonce)
			}
		}
		if len(ts.used) < maxUsed {
			return
		}
	}
}

// fits tells whether the ticket is of the browser whose cookie has that
// fingerprint. One that sent the cookie with its GET must send it again; one that
// got it with that GET may refuse cookies, and then has only the ticket.
func (t ticket) fits(browser string) bool {
	if browser == "" {
		return !t.Had
	}
	return browser == t.Browser
}
