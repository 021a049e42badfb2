package main

import (
	"fmt"
	"time"
)

// Nothing here but the timers brings time.Now.
func main() {
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	timeout := time.After(20 * time.Millisecond)
	for n := 0; ; n++ {
		select {
		case t := <-tick.C:
			if t.IsZero() {
				fmt.Println("no time")
			}
		case <-timeout:
			fmt.Println(n > 2)
			return
		}
	}
}
