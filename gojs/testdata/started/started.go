// Package started has an init function that runs in the page.
package started

import "github.com/omg-go/omg/bridge"

// Times is how often init ran.
var Times = bridge.Func0(times)

// A page could not be told what it holds, so the page makes it.
//
//omg:browser
var started = counter{}

//omg:browser
type counter struct{ n int }

//omg:browser
func init() { started.n++ }

//omg:browser
func times() int { return started.n }
