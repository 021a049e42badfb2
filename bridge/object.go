package bridge

import (
	"runtime"
	"sync/atomic"
	"weak"

	"github.com/omg-go/omg/internal/wire"
)

// An Object stands for an object of one page: something opaque that can be given
// back to that page and nothing else.
//
// One that came as an argument is good until the call returns, unless it is
// kept. Any other is good until it is released, which the garbage collector does
// at last. The zero Object is null.
type Object struct{ p *proxy }

// WireReference marks Object for the codec.
func (Object) WireReference() {}

// Keep makes o outlive the call that it came with.
func (o Object) Keep() Object {
	if o.p != nil {
		o.p.kept.Store(true)
	}
	return o
}

// Release tells the page that o is not needed any more. Later uses of it are
// refused with [ErrReleased]. To release twice does nothing.
func (o Object) Release() {
	if o.p != nil {
		o.p.held.giveBack(all)
	}
}

// IsNull reports whether o is the zero Object.
func (o Object) IsNull() bool { return o.p == nil }

// Session returns the session that o belongs to, nil for null.
func (o Object) Session() *Session {
	if o.p == nil {
		return nil
	}
	return o.p.held.session
}

// A proxy is what all Objects of one page object share. When the collector finds
// that there is none any more, held is released.
type proxy struct {
	held *held
	kept atomic.Bool
}

// held is what the page counts for one proxy. It must not point to the proxy.
type held struct {
	session *Session
	id      uint64
	count   uint64 // how often the page has sent it for this proxy; session.mu guards it
	gone    bool   // as it does this
}

// imported returns the proxy for the page object of that id, which was sent
// count more times.
func (s *Session) imported(id, count uint64) (*proxy, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := &s.handles
	if p := h.imports[id].Value(); p != nil && !p.held.gone {
		p.held.count += count
		return p, nil
	}
	if len(h.imports) >= s.hub.options.Limits.Handles {
		s.hub.counts.Refused.Add(1)
		return nil, ErrLimit
	}
	if h.imports == nil {
		h.imports = map[uint64]weak.Pointer[proxy]{}
	}
	p := &proxy{held: &held{session: s, id: id, count: count}}
	h.imports[id] = weak.Make(p)
	runtime.AddCleanup(p, func(h *held) { go h.giveBack(all) }, p.held)
	return p, nil
}

// all is more than a page can have sent.
const all = 1 << 62

// giveBack releases count of what the page has sent for h's proxy, and the proxy
// itself when that was the last.
func (h *held) giveBack(count uint64) {
	s := h.session
	s.mu.Lock()
	count = min(count, h.count)
	h.count -= count
	if h.count == 0 && !h.gone {
		h.gone = true
		if p := s.handles.imports[h.id].Value(); p == nil || p.held == h {
			delete(s.handles.imports, h.id)
		}
	}
	s.putRelease(h.id, count)
	s.mu.Unlock()
	s.dispatch()
	s.send()
}

// putRelease tells the page that it may forget count of what it sent. s.mu is
// held; dispatch and send must follow.
func (s *Session) putRelease(id, count uint64) {
	if s.state == over || count == 0 {
		return
	}
	b := wire.AppendUint([]byte("[5,"), id)
	b = wire.AppendUint(append(b, ','), count)
	s.put(0, append(b, ']'))
}

// ref returns o as it crosses in s.
func (o Object) ref(s *Session) (wire.Ref, error) {
	if o.p.held.session != s {
		return wire.Ref{}, ErrReleased
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if o.p.held.gone {
		return wire.Ref{}, ErrReleased
	}
	return wire.Ref{Kind: wire.PageRef, ID: o.p.held.id}, nil
}

// appendTo appends o, a function, as the target of a call.
func (o Object) appendTo(b []byte, s *Session, depth int) ([]byte, error) {
	ref, err := o.ref(s)
	if err != nil {
		return nil, err
	}
	if depth == 0 {
		return wire.AppendUint(b, ref.ID), nil
	}
	b = wire.AppendUint(append(b, '['), ref.ID)
	b = wire.AppendUint(append(b, ','), uint64(depth))
	return append(b, ']'), nil
}
