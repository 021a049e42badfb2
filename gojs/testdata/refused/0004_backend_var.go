// A package variable lives on the backend unless it is marked; a page that has
// it starts from the value that the backend has then.
package refused

var secret = "s3cret"

//omg:browser
func Leak() string { return secret } // want OMG0004
