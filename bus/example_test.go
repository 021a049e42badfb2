package bus_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/omg-go/omg/bus"
)

func Example() {
	ctx := context.Background()
	b := bus.NewMemory(bus.Options{})
	defer b.Close()

	b.Put(ctx, "board.7.title", []byte("Groceries"), bus.PutOptions{})
	events, err := b.Watch(ctx, "board.", bus.Rev{})
	if err != nil {
		fmt.Println(err)
		return
	}
	show := func(e bus.Event) {
		switch {
		case e.Synced:
			fmt.Println("that is all so far")
		case e.Deleted:
			fmt.Println(e.Key, "is gone")
		default:
			fmt.Println(e.Key, "is", string(e.Value))
		}
	}
	show(<-events)
	show(<-events)

	b.Put(ctx, "board.7.title", []byte("Shopping"), bus.PutOptions{})
	show(<-events)
	b.Put(ctx, "board.7.title", nil, bus.PutOptions{Delete: true})
	show(<-events)
	// Output:
	// board.7.title is Groceries
	// that is all so far
	// board.7.title is Shopping
	// board.7.title is gone
}

// A reader that was away learns what changed meanwhile, each key once.
func Example_comeBack() {
	ctx := context.Background()
	b := bus.NewMemory(bus.Options{})
	defer b.Close()
	b.Put(ctx, "board.1", []byte("milk"), bus.PutOptions{})
	last, _ := b.Put(ctx, "board.2", []byte("bread"), bus.PutOptions{})

	b.Put(ctx, "board.1", []byte("oat milk"), bus.PutOptions{})
	b.Put(ctx, "board.1", []byte("soy milk"), bus.PutOptions{})
	b.Put(ctx, "board.2", nil, bus.PutOptions{Delete: true})

	events, err := b.Watch(ctx, "board.", last)
	if errors.Is(err, bus.ErrCompacted) {
		events, err = b.Watch(ctx, "board.", bus.Rev{}) // away for too long: start over
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	for e := range events {
		if e.Synced {
			break
		}
		fmt.Println(e.Key, string(e.Value), e.Deleted)
	}
	// Output:
	// board.1 soy milk false
	// board.2  true
}

// Of several processes that want to own something, the first to put it wins.
func ExampleAbsent() {
	ctx := context.Background()
	b := bus.NewMemory(bus.Options{})
	defer b.Close()
	for _, node := range []string{"anna", "berta"} {
		_, err := b.Put(ctx, "owner.of.session", []byte(node), bus.PutOptions{If: bus.Absent()})
		fmt.Println(node, err)
	}
	// Output:
	// anna <nil>
	// berta bus: changed by somebody else
}

func ExampleFollow() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	b := bus.NewMemory(bus.Options{})
	defer b.Close()
	b.Put(ctx, "here.anna", nil, bus.PutOptions{})
	for e, err := range bus.Follow(ctx, b, "here.") {
		switch {
		case err != nil:
			fmt.Println(err)
		case e.Synced:
			b.Put(ctx, "here.anna", nil, bus.PutOptions{Delete: true})
		case e.Deleted:
			fmt.Println(e.Key, "left")
			return
		default:
			fmt.Println(e.Key, "came")
		}
	}
	// Output:
	// here.anna came
	// here.anna left
}
