package bus

import "time"

// newest holds the newest event of each key, in the order of their revisions. Both
// the table and what waits in a watch are of this shape: a list that runs from the
// oldest change to the latest, in which a changed key moves to the end.
type newest struct {
	entries map[string]*entry
	root    entry  // root.next is the oldest, root.prev the latest
	free    *entry // spare entries, linked by next: a busy watch allocates nothing
	spare   int
}

type entry struct {
	event      Event
	at         time.Time   // when a deletion was made
	lease      *time.Timer // ends the key
	next, prev *entry
}

// maxSpare bounds what a watch keeps of a burst.
const maxSpare = 64

func newNewest() *newest {
	n := &newest{entries: make(map[string]*entry)}
	n.root.next, n.root.prev = &n.root, &n.root
	return n
}

func (n *newest) len() int { return len(n.entries) }

func (n *newest) get(key string) *entry { return n.entries[key] }

// set makes e the newest event of its key and moves it to the end.
func (n *newest) set(e Event) *entry {
	x := n.entries[e.Key]
	if x == nil {
		x = n.alloc()
		n.entries[e.Key] = x
	} else {
		x.unlink()
	}
	x.event = e
	last := n.root.prev
	x.prev, x.next = last, &n.root
	last.next, n.root.prev = x, x
	return x
}

// oldest returns the entry that waits longest, or nil.
func (n *newest) oldest() *entry {
	if n.root.next == &n.root {
		return nil
	}
	return n.root.next
}

func (n *newest) remove(x *entry) {
	x.unlink()
	delete(n.entries, x.event.Key)
	*x = entry{}
	if n.spare < maxSpare {
		x.next, n.free = n.free, x
		n.spare++
	}
}

// after appends to events those of prefix that are newer than seq, oldest first.
// It walks only over what changed since, and not at all for a single key.
func (n *newest) after(seq uint64, prefix string, events []Event) []Event {
	if isKey(prefix) {
		if x := n.get(prefix); x != nil && x.event.Rev.Seq > seq {
			events = append(events, x.event)
		}
		return events
	}
	x := &n.root
	for x.prev != &n.root && x.prev.event.Rev.Seq > seq {
		x = x.prev
	}
	for ; x != &n.root; x = x.next {
		if Covers(prefix, x.event.Key) {
			events = append(events, x.event)
		}
	}
	return events
}

func (n *newest) alloc() *entry {
	x := n.free
	if x == nil {
		return new(entry)
	}
	n.free, x.next = x.next, nil
	n.spare--
	return x
}

func (x *entry) unlink() { x.prev.next, x.next.prev = x.next, x.prev }
