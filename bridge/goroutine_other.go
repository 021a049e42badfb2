//go:build !amd64 && !arm64

package bridge

import (
	"runtime"
	"strconv"
	"strings"
)

// goroutine returns the running goroutine's number.
func goroutine() uintptr {
	var b [64]byte
	text, _ := strings.CutPrefix(string(b[:runtime.Stack(b[:], false)]), "goroutine ")
	number, _, _ := strings.Cut(text, " ")
	n, err := strconv.ParseUint(number, 10, 64)
	if err != nil {
		panic("bridge: unknown form of a stack trace: " + text)
	}
	return uintptr(n)
}
