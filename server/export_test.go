package server

import (
	"net/http"
	"time"
)

// What the tests look at from inside.
var (
	ContentPolicy = contentPolicy
	RootOf        = rootOf
	OnLoopback    = onLoopback
	OriginOf      = originOf
	Accepts       = accepts
	WantsSlash    = wantsSlash
	ErrTicket     = errTicket
)

const (
	TicketLife    = ticketLife
	MaxUsed       = maxUsed
	MaxDrawn      = maxDrawn
	MaxDrawnBytes = maxDrawnBytes
	DrawnLife     = drawnLife
)

type (
	Ticket  = ticket
	Tickets = tickets
)

// NewCache returns a cache of strings for the tests of its limits.
func NewCache(entries, bytes int, life time.Duration, drop func(string)) *cache[string] {
	return &cache[string]{entries: entries, bytes: bytes, life: life, drop: drop}
}

func (c *cache[V]) Put(key string, v V, size int)    { c.put(key, v, size) }
func (c *cache[V]) Take(key string) (V, bool)        { return c.take(key) }
func (c *cache[V]) Clear()                           { c.clear() }
func NewTickets(secret string) *tickets              { return newTickets([]byte(secret)) }
func (ts *tickets) Issue(t ticket) (text string)     { text, _ = ts.issue(t); return text }
func (ts *tickets) Read(text string) (ticket, error) { return ts.read(text) }
func (ts *tickets) Use(t ticket) error               { return ts.use(t) }
func (ts *tickets) Used() int                        { return len(ts.used) }
func (t ticket) Fits(browser string) bool            { return t.fits(browser) }
func Fingerprint(s string) string                    { return fingerprint(s) }
func (a *App) OriginAllowed(r *http.Request) bool    { return a.originAllowed(r) }
func (a *App) ClearPages()                           { a.pages.clear() }
func (a *App) CachedPages() int {
	a.pages.mu.Lock()
	defer a.pages.mu.Unlock()
	return a.pages.order.Len()
}
func (a *App) Shares(other *App, name string) bool {
	mine, _ := a.assets.find(name)
	theirs, _ := other.assets.find(name)
	return mine != nil && mine == theirs
}
func (a *App) HTTPServer() *http.Server { return a.httpServer() }

// Break has the application find err where it checks the program.
func (a *App) Break(err error) { a.ready.Do(func() { a.broken = err }) }
