package server

import (
	"container/list"
	"sync"
	"time"
)

// cache keeps pages that were drawn and wait for their sockets. It is small and
// forgets soon: who asks for a page with curl in a loop costs nobody a session.
// What it forgot is built again from the page's ticket.
type cache[V any] struct {
	entries int           // the most pages it keeps
	bytes   int           // the most bytes it keeps
	life    time.Duration // how long it keeps one
	drop    func(V)       // called, unlocked, for each page that leaves unasked

	mu    sync.Mutex
	byKey map[string]*list.Element
	order list.List // oldest first; all live equally long
	size  int
	timer *time.Timer
}

type cacheEntry[V any] struct {
	key   string
	value V
	size  int
	until time.Time
}

// put keeps a value, the oldest give way.
func (c *cache[V]) put(key string, value V, size int) {
	c.mu.Lock()
	if c.byKey == nil {
		c.byKey = map[string]*list.Element{}
	}
	c.byKey[key] = c.order.PushBack(&cacheEntry[V]{key, value, size, time.Now().Add(c.life)})
	c.size += size
	gone := c.trim()
	c.mu.Unlock()
	c.dropAll(gone)
}

// sweep drops what is too old when nobody asks for anything.
func (c *cache[V]) sweep() {
	c.mu.Lock()
	gone := c.trim()
	c.mu.Unlock()
	c.dropAll(gone)
}

// take returns and removes the value that is kept under key.
func (c *cache[V]) take(key string) (value V, ok bool) {
	c.mu.Lock()
	gone := c.trim()
	if e := c.byKey[key]; e != nil {
		value, ok = c.remove(e).value, true
	}
	c.mu.Unlock()
	c.dropAll(gone)
	return value, ok
}

// clear empties the cache.
func (c *cache[V]) clear() {
	c.mu.Lock()
	var gone []V
	for e := c.order.Front(); e != nil; e = c.order.Front() {
		gone = append(gone, c.remove(e).value)
	}
	c.schedule(time.Now())
	c.mu.Unlock()
	c.dropAll(gone)
}

// trim removes what is too old or too much, and comes back when the next is too
// old. The lock is held.
func (c *cache[V]) trim() (gone []V) {
	now := time.Now()
	for e := c.order.Front(); e != nil; e = c.order.Front() {
		if c.order.Len() <= c.entries && c.size <= c.bytes && now.Before(e.Value.(*cacheEntry[V]).until) {
			break
		}
		gone = append(gone, c.remove(e).value)
	}
	c.schedule(now)
	return gone
}

func (c *cache[V]) schedule(now time.Time) {
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	if e := c.order.Front(); e != nil {
		c.timer = time.AfterFunc(e.Value.(*cacheEntry[V]).until.Sub(now), c.sweep)
	}
}

func (c *cache[V]) remove(e *list.Element) *cacheEntry[V] {
	entry := c.order.Remove(e).(*cacheEntry[V])
	delete(c.byKey, entry.key)
	c.size -= entry.size
	return entry
}

func (c *cache[V]) dropAll(gone []V) {
	for _, v := range gone {
		c.drop(v)
	}
}
