package server

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"regexp"
)

// The cookie holds a random value and nothing else. Tickets and sessions are
// bound to it, so that one read off a screen or out of a log is worth nothing in
// another browser.
const (
	cookieName       = "omg"
	secureCookieName = "__Host-omg"
)

var cookieForm = regexp.MustCompile(`^[A-Z2-7]{26}$`)

// cookieNameFor returns the cookie's name for this request. The prefix makes
// browsers refuse one that a sibling domain planted, but asks for a secure
// connection: TLS, or this very machine.
func cookieNameFor(r *http.Request) string {
	if scheme(r) == "https" || onLoopback(r.Host) {
		return secureCookieName
	}
	return cookieName
}

// browserOf returns the cookie's value, or "" where there is none or another
// form than ours.
func browserOf(r *http.Request) string {
	c, err := r.Cookie(cookieNameFor(r))
	if err != nil || !cookieForm.MatchString(c.Value) {
		return ""
	}
	return c.Value
}

// ensureCookie returns the value of the browser's cookie and whether the browser
// sent it; one that did not gets one.
func (a *App) ensureCookie(w http.ResponseWriter, r *http.Request) (value string, sent bool) {
	if value = browserOf(r); value != "" {
		return value, true
	}
	value = rand.Text()
	name := cookieNameFor(r)
	c := &http.Cookie{
		Name: name, Value: value, Path: "/", HttpOnly: true,
		Secure: name == secureCookieName, SameSite: http.SameSiteLaxMode,
	}
	if len(a.opts.Origins) > 0 && c.Secure {
		c.SameSite, c.Partitioned = http.SameSiteNoneMode, true
	}
	http.SetCookie(w, c)
	return value, false
}

// fingerprint is how a cookie or an identity stands in a ticket: enough to
// compare, nothing to use.
func fingerprint(s string) string {
	if s == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(s))
	return base64.RawURLEncoding.EncodeToString(sum[:12])
}
