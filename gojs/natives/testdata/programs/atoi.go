package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"
)

func main() {
	for _, s := range []string{"", "0", "-0", "+7", "-12", "007", "1_000", "0x1f", "12x", " 1", "1 ", "1\n", "+", "-", "--1", "1e3", "9007199254740991", "-9007199254740991", "é", "१"} {
		n, err := strconv.Atoi(s)
		var e *strconv.NumError
		fmt.Println(n, err, errors.Is(err, strconv.ErrSyntax), errors.As(err, &e), 1/float64(n) > 0)
	}
	_, err := strconv.Atoi("99999999999999999999999")
	fmt.Println(err, errors.Is(err, strconv.ErrRange))

	ctx, cancel := context.WithCancel(context.Background())
	ran := make(chan string, 4)
	context.AfterFunc(ctx, func() { time.Sleep(time.Millisecond); ran <- "ran" })
	stop := context.AfterFunc(ctx, func() { ran <- "stopped one ran" })
	fmt.Println(stop(), stop())
	cancel()
	fmt.Println(<-ran)
	late := context.AfterFunc(ctx, func() { ran <- "late" })
	fmt.Println(<-ran, late())
	never := context.AfterFunc(context.Background(), func() { ran <- "never" })
	fmt.Println(never(), len(ran))
}
