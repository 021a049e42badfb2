package main

import (
	"fmt"
	"time"
)

// Nothing here but the timers brings time.Now.
func main() {
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for range 3 {
		if t := <-tick.C; t.IsZero() {
			fmt.Println("no time")
		}
	}
	fmt.Println((<-time.After(time.Millisecond)).IsZero())
}
