// A type of the page has methods there, but no Go fields.
package refused

//omg:js type
type Handle struct{ id int }

//omg:browser
func ID(h Handle) int { return h.id } // want OMG0031
