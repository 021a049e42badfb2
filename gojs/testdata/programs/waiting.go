package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
)

type Event struct {
	Name string
	At   time.Duration
}

type Bus struct {
	mu   sync.Mutex
	subs map[string][]func(Event)
}

func (b *Bus) On(name string, f func(Event)) (stop func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = map[string][]func(Event){}
	}
	b.subs[name] = append(b.subs[name], f)
	i := len(b.subs[name]) - 1
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.subs[name][i] = nil
	}
}

func (b *Bus) Emit(e Event) {
	b.mu.Lock()
	fs := slices.Clone(b.subs[e.Name])
	b.mu.Unlock()
	for _, f := range fs {
		if f != nil {
			f(e)
		}
	}
}

func gen(ctx context.Context, n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			select {
			case c <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return c
}

func all(c <-chan int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		i := 0
		for x := range c {
			if !yield(i, x*x) {
				return
			}
			i++
		}
	}
}

func first[T any](seq iter.Seq2[int, T], want func(T) bool) (r T, err error) {
	for _, x := range seq {
		if want(x) {
			return x, nil
		}
	}
	return r, errors.New("none")
}

type Op interface {
	Do(ctx context.Context) (int, error)
}
type slow struct{ d time.Duration }
type fast struct{ n int }

func (s slow) Do(ctx context.Context) (int, error) {
	select {
	case <-time.After(s.d):
		return int(s.d / time.Millisecond), nil
	case <-ctx.Done():
		return 0, fmt.Errorf("slow: %w", ctx.Err())
	}
}
func (f fast) Do(context.Context) (int, error) { return f.n, nil }

func group(ctx context.Context, ops ...Op) (sum int, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, op := range ops {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n, e := op.Do(ctx)
			mu.Lock()
			defer mu.Unlock()
			sum += n
			if e != nil && err == nil {
				err = e
			}
		}()
	}
	wg.Wait()
	return
}

func guarded(f func()) (msg string) {
	defer func() {
		if r := recover(); r != nil {
			msg = fmt.Sprint("recovered: ", r)
		}
	}()
	f()
	return "fine"
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	x, err := first(all(gen(ctx, 10)), func(x int) bool { return x > 20 })
	fmt.Println(x, err)
	cancel()
	y, err := first(all(gen(context.Background(), 3)), func(x int) bool { return x > 20 })
	fmt.Println(y, err)
	var b Bus
	var log []string
	done := make(chan string, 3)
	stop := b.On("a", func(e Event) { log = append(log, "1"+e.Name) })
	b.On("a", func(e Event) { time.Sleep(time.Millisecond); done <- e.Name })
	b.Emit(Event{Name: "a"})
	stop()
	b.Emit(Event{"a", 3})
	fmt.Println(log, len(done), <-done)
	fmt.Println(group(context.Background(), slow{3 * time.Millisecond}, fast{4}, slow{time.Millisecond}))
	tctx, c2 := context.WithTimeout(context.Background(), 2*time.Millisecond)
	defer c2()
	_, err = group(tctx, slow{time.Second}, fast{4})
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded))
	fmt.Println(guarded(func() { var m map[string]int; m["a"] = 1 }))
	fmt.Println(guarded(func() { <-time.After(time.Millisecond); panic(errors.New("late")) }))
	fmt.Println(guarded(func() { var p *Event; fmt.Println(p.Name) }))
	once := sync.OnceValue(func() int { time.Sleep(time.Millisecond); return 7 })
	fmt.Println(once(), once())
	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() { cond.L.Lock(); ready = true; cond.L.Unlock(); cond.Broadcast() }()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	words := strings.FieldsFunc("b,a;c", func(r rune) bool { return r == ',' || r == ';' })
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Printf("%q %v\n", words, ready)
	count := 0
	for i := range 3 {
		count += func() int { time.Sleep(time.Microsecond); return i }()
	}
	fmt.Println(count)
	stop2 := context.AfterFunc(ctx, func() { done <- "after" })
	fmt.Println(<-done, <-done, stop2())
}
