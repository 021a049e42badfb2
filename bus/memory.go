package bus

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"slices"
	"sync"
	"time"
)

// Options set the limits of a [Memory]. The zero value is what most programs want.
type Options struct {
	// Retention says how long deletions are remembered for those who come back.
	// Default one hour.
	Retention time.Duration
	// MaxKeys bounds the keys that exist, and apart from them the deletions that are
	// remembered: when there are more, the oldest are forgotten early. Default 1 << 20.
	MaxKeys int
	// Queue is how many messages of a topic wait for a subscriber that lags behind,
	// before it loses some. Default 256.
	Queue int
}

func (o Options) withDefaults() Options {
	if o.Retention <= 0 {
		o.Retention = time.Hour
	}
	if o.MaxKeys <= 0 {
		o.MaxKeys = 1 << 20
	}
	if o.Queue <= 0 {
		o.Queue = 256
	}
	return o
}

// Memory is the [Bus] of one process: what it holds ends with the process, and
// each Memory has an epoch of its own. Make one with [NewMemory].
//
// It runs one goroutine for each watch and none beside them.
type Memory struct {
	options Options
	topics  *topics
	pumps   sync.WaitGroup

	mu        sync.Mutex
	rev       Rev
	live      *newest // the keys that exist
	gone      *newest // the deletions that are remembered
	compacted uint64  // who has seen less than this may have missed a deletion
	watches   map[string]map[*watch]struct{}
	closed    bool
}

var _ Bus = (*Memory)(nil)

// NewMemory returns an empty bus.
func NewMemory(o Options) *Memory {
	o = o.withDefaults()
	return &Memory{
		options: o,
		topics:  newTopics(o.Queue),
		rev:     Rev{Epoch: rand.Text()},
		live:    newNewest(),
		gone:    newNewest(),
		watches: make(map[string]map[*watch]struct{}),
	}
}

// Put implements [Bus].
func (m *Memory) Put(ctx context.Context, key string, value []byte, o PutOptions) (Rev, error) {
	if err := checkPut(ctx, key, value); err != nil {
		return Rev{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return Rev{}, ErrClosed
	}
	x := m.live.get(key)
	if !o.If.Holds(revOf(x)) {
		return Rev{}, ErrConflict
	}
	if o.Delete {
		return m.delete(x), nil
	}
	if x == nil && m.live.len() >= m.options.MaxKeys {
		return Rev{}, ErrFull
	}
	return m.write(x, key, value, o.Lease), nil
}

func checkPut(ctx context.Context, key string, value []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(value) > MaxValue {
		return ErrTooLarge
	}
	return CheckKey(key)
}

func revOf(x *entry) Rev {
	if x == nil {
		return Rev{}
	}
	return x.event.Rev
}

func (m *Memory) write(x *entry, key string, value []byte, lease time.Duration) Rev {
	if x != nil {
		x.endLease()
	} else if g := m.gone.get(key); g != nil {
		m.gone.remove(g)
	}
	e := Event{Key: key, Value: bytes.Clone(value), Rev: m.next()}
	x = m.live.set(e)
	if lease > 0 {
		x.lease = time.AfterFunc(lease, func() { m.expire(key, e.Rev) })
	}
	m.tell(e)
	return e.Rev
}

// delete moves a key to those that are gone. Deleting what does not exist
// changes nothing.
func (m *Memory) delete(x *entry) Rev {
	if x == nil {
		return m.rev
	}
	x.endLease()
	e := Event{Key: x.event.Key, Rev: m.next(), Deleted: true}
	m.live.remove(x)
	now := time.Now()
	m.gone.set(e).at = now
	m.forget(now.Add(-m.options.Retention))
	m.tell(e)
	return e.Rev
}

// expire ends a lease. The timer may fire while the key is being renewed; the
// revision tells whether it came too late.
func (m *Memory) expire(key string, rev Rev) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if x := m.live.get(key); !m.closed && x != nil && x.event.Rev == rev {
		m.delete(x)
	}
}

func (x *entry) endLease() {
	if x.lease != nil {
		x.lease.Stop()
		x.lease = nil
	}
}

func (m *Memory) next() Rev {
	m.rev.Seq++
	return m.rev
}

func (m *Memory) tell(e Event) {
	for prefix := range prefixes(e.Key) {
		for w := range m.watches[prefix] {
			w.push(e)
		}
	}
}

// Get implements [Bus].
func (m *Memory) Get(ctx context.Context, key string) (Event, error) {
	if err := ctx.Err(); err != nil {
		return Event{}, err
	}
	if err := CheckKey(key); err != nil {
		return Event{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return Event{}, ErrClosed
	}
	if x := m.live.get(key); x != nil {
		return x.event, nil
	}
	return Event{}, ErrNotFound
}

// Compact forgets all deletions now, however young. Who has not seen them yet
// gets [ErrCompacted] when it comes back.
func (m *Memory) Compact() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.forget(time.Now().Add(time.Hour))
}

// forget drops the deletions that were made before t, and the oldest of too many.
func (m *Memory) forget(t time.Time) {
	for x := m.gone.oldest(); x != nil; x = m.gone.oldest() {
		if !x.at.Before(t) && m.gone.len() <= m.options.MaxKeys {
			return
		}
		m.compacted = x.event.Rev.Seq
		m.gone.remove(x)
	}
}

// past returns what a watch that has seen everything up to from lacks.
func (m *Memory) past(prefix string, from Rev) ([]Event, error) {
	if from.IsZero() {
		return m.live.after(0, prefix, nil), nil
	}
	m.forget(time.Now().Add(-m.options.Retention))
	if from.Epoch != m.rev.Epoch || from.Seq < m.compacted || from.Seq > m.rev.Seq {
		return nil, ErrCompacted
	}
	events := m.gone.after(from.Seq, prefix, m.live.after(from.Seq, prefix, nil))
	slices.SortFunc(events, func(a, b Event) int { return cmp.Compare(a.Rev.Seq, b.Rev.Seq) })
	return events, nil
}

// Close implements [Bus]. What the bus held is lost.
func (m *Memory) Close() error {
	m.mu.Lock()
	m.closed = true
	for _, set := range m.watches {
		for w := range set {
			w.cancel()
		}
	}
	for _, x := range m.live.entries {
		x.endLease()
	}
	m.live, m.gone = newNewest(), newNewest()
	m.mu.Unlock()
	m.topics.close()
	m.pumps.Wait()
	return nil
}
