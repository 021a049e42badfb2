package app

import (
	"lib"
	"os"
	"strings"
)

var secret = 1

//omg:browser
func Use(n int) int { // want Use:"marked for the browser"
	n += lib.Shown(n)
	n += lib.Hidden(n)     // want "OMG0001: Hidden is not marked for the browser; .*"
	n += secret            // want "OMG0004: the variable secret lives on the backend; .*"
	_, _ = os.ReadFile("") // want "OMG0002: package os is not available in browser code: ReadFile; .*"
	return n + strings.Index("ab", "b")
}

//omg:browser
//omg:sync
func Wait(c chan int) int { return <-c } // want "OMG0009: .*" Wait:"marked for the browser"
