// A template names a helper that no *_omg.js file of the package declares.
package refused

//omg:js refused$missing($0)
func Missing(n int) int { return n }

//omg:browser
func Use() int { return Missing(1) } // want OMG0014
