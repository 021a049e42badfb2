// There is no memory in the page.
package refused

import "unsafe"

//omg:browser
func Bits(f *float64) uint64 { return *(*uint64)(unsafe.Pointer(f)) } // want OMG0006
