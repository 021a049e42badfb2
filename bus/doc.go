// Package bus carries what the processes of one application must agree on: the
// newest value of each synchronised slot, the epoch of each object whose data
// changed, and who is here.
//
//	b := bus.NewMemory(bus.Options{})
//	defer b.Close()
//
//	events, err := b.Watch(ctx, "board.", bus.Rev{})
//	if err != nil {
//		return err
//	}
//	go func() {
//		b.Put(ctx, "board.7.title", []byte("Groceries"), bus.PutOptions{})
//	}()
//	for e := range events {
//		switch {
//		case e.Synced:
//			// All that was there before has come; from here on it is live.
//		case e.Deleted:
//			fmt.Println(e.Key, "is gone")
//		default:
//			fmt.Println(e.Key, "is", string(e.Value))
//		}
//	}
//
// # Model
//
// A [Bus] is a table of keys with one counter: each change of any key takes the
// next number, and key, value and number together are an [Event]. Who watches a
// prefix gets first what the table holds, then an event that says so, then each
// change, always in the order of the numbers. Beside the table there are topics:
// a message to a topic reaches whoever listens at that moment, or nobody.
//
// The table is for state, where only the newest value counts. A reader that is
// slower than the writers skips values that were replaced meanwhile; it never
// skips the last one. What must not be skipped belongs under a key of its own.
// Topics are for hints: a program that loses one must still be right, only later.
//
// The numbers of one prefix have gaps, because the counter is everybody's. A gap
// says nothing about loss.
//
// # Coming back
//
// A reader that was away gives the [Rev] of the last event it has seen, and gets
// what changed since, deletions too. The table remembers deletions for a while only
// (see [Options].Retention); who was away for longer, or comes with the Rev of
// another table, gets [ErrCompacted] and starts over from nothing. [Follow] does all
// this, and says which keys went meanwhile.
//
// # Leases
//
// A key that is put with a lease goes when the lease ends, unless it is put again
// before. That is how presence works: each process renews a key of its own, and
// everybody sees within the length of a lease that a process is gone.
//
// # Keys
//
// A key is one to 255 letters, digits and the signs - _ = / with single dots
// between its parts, as in "board.7.title". Topics have the same form. Watch takes
// a key, a prefix that ends in a dot, or the empty string for all keys.
//
// # Concurrency and ownership
//
// Every method may be called from any goroutine at any time. A bus copies the values
// it is given, so a caller may reuse its buffer at once; the values in events are
// shared between all who receive them and must not be changed.
//
// # Engines
//
// [Memory] is the engine for one process, and the default. Others live in modules of
// their own, so that an application links only what it uses. Package
// [github.com/omg-go/omg/bus/bustest] holds the tests that every engine passes; the
// contract in [Bus] asks for nothing that a replicated log with one message kept a
// subject (NATS JetStream, for one) does not give.
package bus
