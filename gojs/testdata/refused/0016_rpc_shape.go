// What the page calls on the backend has plain parameters, one result and an
// error at most.
package refused

//omg:rpc
func Split(s string) (string, string) { return s, s }

//omg:browser
func Both() string {
	a, b := Split("x") // want OMG0016
	return a + b
}
