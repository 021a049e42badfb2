package bus

import (
	"context"
	"time"
)

// Limits that every engine enforces alike, so that a program that runs on one
// runs on all. MaxValue leaves room for headers in the one mebibyte that
// message brokers usually accept.
const (
	MaxKey   = 255
	MaxValue = 512 << 10
)

// Bus is what stands between the framework and the engine that connects the
// processes of an application.
//
// Its rules, which package bustest checks:
//
//   - Numbers rise with every change, over all keys. A watch delivers its
//     events in their order.
//   - A watch delivers at least the last value of every key; values between may be
//     skipped.
//   - A slow watch keeps at most one event a key waiting, beside the one that it is
//     handing over and what is left of its first snapshot. It never holds up a
//     writer or another watch.
//   - Nothing is delivered after its channel was closed, and a channel is closed
//     soon after its context ended or the bus was closed.
//   - A method that is called with a context that has ended returns its error and
//     does nothing.
type Bus interface {
	// Put sets the value of key, or deletes it, and returns the revision at
	// which that holds. Everybody who watches the key is told, the caller too.
	//
	// Put returns once the engine holds the change, not once anybody has seen it.
	// When it fails for want of a connection the change may still have been made.
	//
	// It returns [ErrConflict] when the condition in o does not hold, [ErrKey]
	// for a malformed key, [ErrTooLarge], [ErrFull] and [ErrClosed].
	Put(ctx context.Context, key string, value []byte, o PutOptions) (Rev, error)

	// Get returns the newest event of key. It sees every Put that returned
	// before it was called on the same bus.
	//
	// It returns [ErrNotFound] when the key is not there, [ErrKey] and [ErrClosed].
	Get(ctx context.Context, key string) (Event, error)

	// Watch delivers the events of one key, of all keys below a prefix that ends
	// in a dot, or of all keys when prefix is empty, until ctx ends.
	//
	// From the zero Rev it delivers first what is there. From a later Rev it
	// delivers first what changed after it, deletions too, each key once. Either
	// way follows an event with Synced set, and then what changes from then
	// on. At that event every key that exists at its Rev has been delivered,
	// with its value of then or a newer one.
	//
	// When the channel closes while ctx is alive, the engine could not go on:
	// call Watch again from the Rev of the last event, or use [Follow].
	//
	// It returns [ErrCompacted] when it cannot tell what changed since from,
	// [ErrKey] and [ErrClosed].
	Watch(ctx context.Context, prefix string, from Rev) (<-chan Event, error)

	// Publish sends message to everybody who is subscribed to topic now. It
	// does not wait for them and drops the message for who lags behind.
	//
	// It returns [ErrKey], [ErrTooLarge] and [ErrClosed].
	Publish(ctx context.Context, topic string, message []byte) error

	// Subscribe delivers the messages of one topic until ctx ends. Messages of
	// one publisher come in its order. Who publishes after Subscribe has
	// returned, on the same bus, is heard.
	//
	// It returns [ErrKey] and [ErrClosed].
	Subscribe(ctx context.Context, topic string) (<-chan []byte, error)

	// Close ends every watch and subscription, and returns when they have
	// ended. What is called later returns [ErrClosed], another Close does nothing.
	Close() error
}

// A Rev is a point in the history of one bus. The zero Rev lies before everything.
type Rev struct {
	// Epoch names the history. It changes when the store behind the bus is another
	// one, so that numbers of two histories are never compared.
	Epoch string
	// Seq counts the changes of the bus, over all keys, from 1.
	Seq uint64
}

// IsZero reports whether r lies before everything.
func (r Rev) IsZero() bool { return r.Seq == 0 }

// After reports whether r belongs to the same history as old and is newer, or to
// another history, which is always taken to be the newer one.
func (r Rev) After(old Rev) bool {
	return r.Epoch != old.Epoch || r.Seq > old.Seq
}

// An Event tells the state of one key at one revision.
type Event struct {
	Key   string
	Value []byte // shared by all who receive it: read only
	Rev   Rev

	// Deleted says that the key was deleted or its lease ended. A watch may
	// deliver it for a key it never delivered before.
	Deleted bool
	// Synced marks the one event of a watch that has no key: what was asked for
	// from the past has come, up to and including Rev.
	Synced bool
}

// PutOptions say more about a Put. The zero value sets the key for good, whatever
// it was before.
type PutOptions struct {
	// If must hold, or Put fails with [ErrConflict] and changes nothing.
	If Condition
	// Delete deletes the key; the value is ignored. To delete a key that does not
	// exist is no error.
	Delete bool
	// Lease, when it is positive, deletes the key after that time unless it is put
	// again. A later Put without Lease keeps the key for good. Engines may round up to
	// whole seconds.
	Lease time.Duration
}

// A Condition on the state of a key before it is changed. The zero value always holds.
type Condition struct {
	kind conditionKind
	rev  Rev
}

type conditionKind uint8

const (
	always conditionKind = iota
	absent
	at
)

// Absent holds when the key does not exist: the first of several to put it wins.
func Absent() Condition { return Condition{kind: absent} }

// At holds when the newest event of the key has this revision, that is when nobody
// changed the key since. A revision of another history never holds.
func At(rev Rev) Condition { return Condition{kind: at, rev: rev} }

// Split returns what an engine needs to ask of its store: whether anything is asked
// at all, and the revision that the key must have, zero when it must not exist.
func (c Condition) Split() (rev Rev, asked bool) { return c.rev, c.kind != always }

// Holds reports whether c holds for a key whose newest revision is rev, zero when
// the key does not exist.
func (c Condition) Holds(rev Rev) bool {
	switch c.kind {
	case absent:
		return rev.IsZero()
	case at:
		return !rev.IsZero() && rev == c.rev
	default:
		return true
	}
}
