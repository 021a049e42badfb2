package domtest

import (
	"strings"
	"sync"
)

// A claim says that the test of the name has the page. Its subtests may have
// pages too, one at a time, which then count.
type claim struct {
	test   string
	gate   sync.Mutex // held by the one below
	within *claim
}

var claims struct {
	mu  sync.Mutex
	all claim
}

// reserve waits until the test may have a page, and returns what ends that.
func reserve(test string) (free func()) {
	above := lowest(test)
	if above.test == test {
		return func() {} // a second page of one test
	}
	above.gate.Lock()
	set(above, &claim{test: test})
	return func() {
		set(above, nil)
		above.gate.Unlock()
	}
}

// lowest is the claim of the test itself, or of the nearest test that it is in.
func lowest(test string) *claim {
	claims.mu.Lock()
	defer claims.mu.Unlock()
	c := &claims.all
	for c.within != nil && strings.HasPrefix(test+"/", c.within.test+"/") {
		c = c.within
	}
	return c
}

func set(above, c *claim) {
	claims.mu.Lock()
	defer claims.mu.Unlock()
	above.within = c
}
