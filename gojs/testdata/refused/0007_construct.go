// Some conversions between pointers have no counterpart, since a pointer to a
// struct is the object itself.
package refused

//omg:browser
type celsius struct{ t float64 }

//omg:browser
type kelvin struct{ t float64 }

//omg:browser
func Reinterpret(c *celsius) float64 { return (*kelvin)(c).t } // want OMG0007
