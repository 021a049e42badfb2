// Packages sync, context and time where goroutines wait for each other.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type key struct{}

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			old := sum
			time.Sleep(time.Microsecond)
			sum = old + i
		}()
	}
	wg.Wait()
	fmt.Println(sum, mu.TryLock(), mu.TryLock())
	mu.Unlock()

	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	rw.RUnlock()
	rw.RUnlock()
	rw.Lock()
	rw.Unlock()

	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	value := sync.OnceValue(func() int { fmt.Println("made"); return 7 })
	fmt.Println(value(), value())

	cond, ready := sync.NewCond(&mu), false
	go func() {
		time.Sleep(time.Millisecond)
		mu.Lock()
		ready = true
		mu.Unlock()
		cond.Broadcast()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()

	var n atomic.Int64
	n.Add(5)
	fmt.Println(n.CompareAndSwap(5, 9), n.Load(), n.Swap(1), n.Load())
	var m sync.Map
	m.Store("a", 1)
	v, loaded := m.LoadOrStore("a", 2)
	_, ok := m.Load("b")
	fmt.Println(v, loaded, ok)
	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())

	ctx, cancel := context.WithTimeout(context.WithValue(context.Background(), key{}, "v"), 20*time.Millisecond)
	defer cancel()
	fmt.Println(ctx.Value(key{}), ctx.Err())
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	parent, stop := context.WithCancelCause(context.Background())
	child, cancelChild := context.WithCancel(parent)
	defer cancelChild()
	called := make(chan bool)
	unregister := context.AfterFunc(child, func() { close(called) })
	stop(errors.New("why"))
	<-called
	<-child.Done()
	fmt.Println(child.Err(), context.Cause(child), unregister(), context.WithoutCancel(child).Err())

	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop(), timer.Stop(), timer.Reset(time.Millisecond))
	<-timer.C
	ticker := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-ticker.C
	}
	ticker.Stop()
	fired := make(chan string, 2)
	time.AfterFunc(15*time.Millisecond, func() { fired <- "second" })
	time.AfterFunc(time.Millisecond, func() { fired <- "first" })
	fmt.Println(<-fired, <-fired)
	start := time.Now()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(time.Since(start) >= 10*time.Millisecond, start.Before(time.Now()))

	jobs, results := make(chan int), make(chan int)
	for range 3 {
		go func() {
			for j := range jobs {
				results <- j * j
			}
		}()
	}
	go func() {
		for i := range 5 {
			jobs <- i
		}
		close(jobs)
	}()
	total := 0
	for range 5 {
		total += <-results
	}
	fmt.Println(total)
}
