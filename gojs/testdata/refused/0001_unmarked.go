// A function is browser code only if it says so. Whatever else browser code
// calls is compiled with //omg:browser or called on the backend with //omg:rpc.
package refused

//omg:browser
func Price(n int) int { return total(n) } // want OMG0001

func total(n int) int { return n * 3 }
