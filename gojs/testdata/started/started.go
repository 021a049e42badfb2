// Package started has an init function that runs in the page.
package started

import "github.com/omg-go/omg/bridge"

// Times is how often init ran.
var Times = bridge.Func0(times)

// It is not plain data, so the page makes it.
//
//omg:browser
var started = map[string]int{}

//omg:browser
func init() { started["init"]++ }

//omg:browser
func times() int { return started["init"] }
