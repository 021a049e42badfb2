package bridge

import (
	"fmt"
	"reflect"
	"slices"
	"weak"

	"github.com/omg-go/omg/internal/wire"
)

// handles are what the two sides hold of each other. Ids are the session's own,
// increase and are never used again, so a foreign one is just unknown.
// Session.mu guards them.
type handles struct {
	next    uint64
	exports map[uint64]*export
	imports map[uint64]weak.Pointer[proxy]
	values  map[*target]uint64 // functions that the page has as values
}

// An export is a function value of the server that the page may call.
type export struct {
	value reflect.Value
	sent  uint64 // how often, less what the page has released
	call  *backend
}

// A transfer exports and imports the references of one message. It is the
// codec's Handles.
type transfer struct {
	s        *Session
	exported []uint64
	twins    []uint64
	loads    []func() error // of twins that were made
	later    bool           // loads wait until encoding is done
	imported []arrival
}

// An arrival is a page object that a message brought, count times.
type arrival struct {
	p     *proxy
	count uint64
}

func newTransfer(s *Session) *transfer { return &transfer{s: s} }

// Export implements [wire.Handles].
func (x *transfer) Export(v reflect.Value) (wire.Ref, error) {
	if v.Kind() == reflect.Func {
		return x.exportFunc(v)
	}
	switch v := v.Interface().(type) {
	case Twinned:
		return x.exportOriginal(v)
	case Object:
		return v.ref(x.s)
	case Callable:
		return x.s.valueRef(v.callee())
	}
	return wire.Ref{}, fmt.Errorf("%s cannot cross", v.Type())
}

func (x *transfer) exportFunc(v reflect.Value) (wire.Ref, error) {
	f, err := reflected(v)
	if err != nil {
		return wire.Ref{}, err
	}
	s := x.s
	s.mu.Lock()
	defer s.mu.Unlock()
	h := &s.handles
	if len(h.exports) >= s.hub.options.Limits.Handles {
		s.hub.counts.Refused.Add(1)
		return wire.Ref{}, ErrLimit
	}
	if h.exports == nil {
		h.exports = map[uint64]*export{}
	}
	h.next++
	h.exports[h.next] = &export{value: v, sent: 1, call: f}
	x.exported = append(x.exported, h.next)
	if _, told := s.hub.passed.LoadOrStore(f.name, true); !told {
		s.hub.options.Log.Info("bridge: pages can call a function value that is passed to them", "func", f.name)
	}
	return wire.Ref{Kind: wire.ServerRef, ID: h.next, Count: 1}, nil
}

// Import implements [wire.Handles].
func (x *transfer) Import(ref wire.Ref, t reflect.Type) (reflect.Value, error) {
	switch ref.Kind {
	case wire.PageRef:
		return x.importPage(ref, t)
	case wire.ServerRef:
		return x.s.ownValue(ref.ID)
	case wire.MirrorRef:
		return x.s.original(ref.ID, t)
	}
	return reflect.Value{}, ErrReleased
}

func (x *transfer) importPage(ref wire.Ref, t reflect.Type) (reflect.Value, error) {
	p, err := x.s.imported(ref.ID, ref.Count)
	if err != nil {
		return reflect.Value{}, err
	}
	x.imported = append(x.imported, arrival{p, ref.Count})
	o := Object{p}
	if t.Kind() == reflect.Func {
		return pageFunc(o, t)
	}
	if f, ok := reflect.New(t).Interface().(settable); ok {
		f.set(&target{name: "page function", value: &o})
		return reflect.ValueOf(f).Elem(), nil
	}
	return reflect.ValueOf(o), nil
}

// A settable is a pointer to a Callable.
type settable interface{ set(t *target) }

// ownValue returns what the server exported under id.
func (s *Session) ownValue(id uint64) (reflect.Value, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.handles.exports[id]; e != nil {
		return e.value, nil
	}
	return reflect.Value{}, ErrReleased
}

// exported returns the function value of that id for the page to call.
func (s *Session) exported(id uint64) (*backend, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.handles.exports[id]; e != nil {
		return e.call, nil
	}
	return nil, ErrReleased
}

// undo takes back what was exported for a message that was never sent.
func (x *transfer) undo() {
	for _, id := range x.twins {
		x.s.twinsOf().Released(id, 1)
	}
	x.twins = nil
	x.s.mu.Lock()
	defer x.s.mu.Unlock()
	for _, id := range x.exported {
		x.s.drop(id, 1)
	}
	x.exported = nil
}

// drop takes count of what was sent of an export back. s.mu is held.
func (s *Session) drop(id, count uint64) {
	e := s.handles.exports[id]
	if e == nil {
		return
	}
	if e.sent -= min(count, e.sent); e.sent == 0 {
		delete(s.handles.exports, id)
	}
}

// close releases what came as arguments of a call that has been answered, except
// what was kept.
func (x *transfer) close() {
	for _, a := range x.imported {
		if !a.p.kept.Load() {
			a.p.held.giveBack(a.count)
		}
	}
}

// abandon releases all that raw brought, of which x has imported the first part.
func (x *transfer) abandon(raw wire.Raw) {
	n := 0
	for ref := range wire.Refs(raw) {
		if ref.Kind != wire.PageRef {
			continue
		}
		if n < len(x.imported) {
			x.imported[n].p.held.giveBack(ref.Count)
		} else {
			x.s.returned(ref)
		}
		n++
	}
	x.imported = nil
}

// released notes what the page has released: [5,id,count,…].
func (s *Session) released(m wire.Message) error {
	e := m.Body()
	twins := s.twinsOf()
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, ok := e.Uint(); ok; id, ok = e.Uint() {
		count, ok := e.Uint()
		if !ok {
			return &Breach{"a release without a count"}
		}
		if twins != nil {
			s.mu.Unlock()
			known := twins.Released(id, count)
			s.mu.Lock()
			if known {
				continue
			}
		}
		if s.handles.exports[id] == nil {
			if err := s.idle(); err != nil {
				return err
			}
		}
		s.drop(id, count)
	}
	return nil
}

// releaseAll releases what raw brought, which nobody will decode.
func (s *Session) releaseAll(raw wire.Raw) {
	for ref := range wire.Refs(raw) {
		if ref.Kind == wire.PageRef {
			s.returned(ref)
		}
	}
}

// returned gives ref back to the page.
func (s *Session) returned(ref wire.Ref) {
	s.mu.Lock()
	s.putRelease(ref.ID, ref.Count)
	s.mu.Unlock()
	s.dispatch()
	s.send()
}

// valueRef returns the function t as a value for the page: an object of the page
// whose id the server chose, an odd one.
func (s *Session) valueRef(t *target) (wire.Ref, error) {
	if t != nil && t.value != nil {
		return t.value.ref(s)
	}
	number, name, err := s.announce(t)
	if err != nil {
		return wire.Ref{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	id, ok := s.handles.values[t]
	if !ok {
		if s.handles.values == nil {
			s.handles.values = map[*target]uint64{}
		}
		id = uint64(2*len(s.handles.values) + 1)
		s.handles.values[t] = id
		s.prelude(kindFunction, int(id), number, name)
	}
	return wire.Ref{Kind: wire.PageRef, ID: id}, nil
}

// Revoke takes f, a function value that was passed to the page of s, back: calls
// of it are refused from now on. It reports whether the page had it.
func (s *Session) Revoke(f any) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, key := len(s.handles.exports), closure(f)
	for id, e := range s.handles.exports {
		if closure(e.value.Interface()) == key {
			delete(s.handles.exports, id)
		}
	}
	return len(s.handles.exports) < n
}

// Exports lists the function values that the page of s may call, by the names
// that Go gives them, sorted. It is for debug views.
func (s *Session) Exports() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var names []string
	for _, e := range s.handles.exports {
		names = append(names, e.call.name)
	}
	slices.Sort(names)
	return names
}
