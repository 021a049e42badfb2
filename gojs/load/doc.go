// Package load reads and type-checks the Go packages that the compiler
// translates, with the standard library they stand on.
//
// [Load] reads packages as the go command sees them; [World.Check] adds one
// program made of single files on top, which is cheap once the library is
// loaded. Everything is checked for linux/amd64 without cgo whatever the
// machine, so that two developers generate the same files.
package load
