// An int is exact to 53 bits in the page; a result beyond them panics, and a
// constant is refused.
package refused

//omg:browser
func Hash(n int) int { return n ^ 0x5bd1e9955bd1e995 } // want OMG0012
