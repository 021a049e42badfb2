package bridge

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
)

func newKey() (key [32]byte) {
	rand.Read(key[:])
	return key
}

// token returns the resume token number n of a session. Tokens are computed, not
// kept, so that an old one can be told from a forged one.
func (h *Hub) token(sid string, n uint64) string {
	mac := hmac.New(sha256.New, h.key[:])
	mac.Write([]byte(sid + "." + strconv.FormatUint(n, 10)))
	return strconv.FormatUint(n, 10) + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:24])
}

// tokenNumber returns the number of a token of that session, false if it is
// none.
func (h *Hub) tokenNumber(sid, token string) (uint64, bool) {
	digits, _, _ := strings.Cut(token, ".")
	n, err := strconv.ParseUint(digits, 10, 64)
	if err != nil {
		return 0, false
	}
	return n, hmac.Equal([]byte(h.token(sid, n)), []byte(token))
}

// allowed checks the token of m: the newest one, or the one before as long as
// the page has not shown that it has the newest. Any other that was ever given
// out is in wrong hands. s.mu is held.
func (s *Session) allowed(m *hello) error {
	st := &s.stream
	if m.sid == "" { // it has shown its ticket
		if st.connected && m.ticket != st.ticket {
			return ErrSessionEnded
		}
		return nil
	}
	n, ok := s.hub.tokenNumber(s.id, m.token)
	switch {
	case !ok || n > st.token:
		return ErrSessionEnded
	case n == st.token || n == st.before && !st.confirmed:
		m.number = n
		return nil
	}
	s.hub.counts.Thefts.Add(1)
	s.hub.options.Log.Error("bridge: theft: a superseded resume token was used", "session", s.id[:6])
	return errTheft
}

// opening is a ticket that was shown: its session, until the page has confirmed
// that it knows it. A page whose first WELCOME got lost shows it again.
type opening struct {
	done chan struct{}
	s    *Session
	err  error
}

// errCrashed is what a page hears of a panic in Open or Resume.
var errCrashed = errors.New("bridge: the session could not be made")

// open returns the session for the ticket of m.
func (h *Hub) open(ctx context.Context, a Accept, m *hello) (*Session, error) {
	h.mu.Lock()
	o := h.opening[m.ticket]
	if o == nil {
		o = &opening{done: make(chan struct{}), err: errCrashed}
		h.opening[m.ticket] = o
		h.mu.Unlock()
		h.fill(ctx, a, m.ticket, o)
		return o.s, o.err
	}
	h.mu.Unlock()
	select {
	case <-o.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if o.err != nil {
		return nil, o.err
	}
	return o.s, a.resume(o.s)
}

// fill opens the session for o, whatever becomes of Open.
func (h *Hub) fill(ctx context.Context, a Accept, ticket string, o *opening) {
	defer func() {
		if o.err != nil {
			h.forgetTicket(ticket)
		}
		close(o.done)
	}()
	o.s, o.err = h.opened(ctx, a, ticket)
}

func (h *Hub) opened(ctx context.Context, a Accept, ticket string) (*Session, error) {
	s, err := a.Open(ctx, ticket)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return nil, errCrashed
	}
	s.mu.Lock()
	s.stream.ticket = ticket
	s.mu.Unlock()
	if err := h.Adopt(s); err != nil {
		return nil, err
	}
	return s, nil
}

func (h *Hub) forgetTicket(ticket string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.opening, ticket)
}
