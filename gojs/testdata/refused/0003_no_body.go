// A function whose body is assembly, or is linked from elsewhere, cannot be
// compiled.
package refused

//omg:browser
func Fast(n int) int { return fast(n) } // want OMG0003

//omg:browser
func fast(n int) int
