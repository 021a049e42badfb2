// Package natives holds the standard library's functions that are written in
// JavaScript: because they need the host (time, printing), because their Go
// source needs what the compiler does not have (reflect, unsafe, assembly), or
// because the page does the same in a tenth of the bytes.
//
// A section is named like the symbol it stands for: strings$Index,
// sync$Mutex$Lock, math_bits$Len. What has no native is compiled from Go's own
// source, if its package is on the list of [Supported].
package natives
