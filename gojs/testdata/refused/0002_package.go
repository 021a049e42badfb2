// Of the standard library browser code has what interfaces need. Files, the
// network and the like are on the backend.
package refused

import "os"

//omg:browser
func Config() string {
	b, _ := os.ReadFile("config") // want OMG0002
	return string(b) + home()
}

//omg:browser
func home() string {
	h, _ := os.UserHomeDir() // want OMG0002
	return h
}
