// Package page is what the Go bodies of package dom stand on: the interface of a
// page, without one.
//
// Package memory implements it, for tests only. So an application links neither
// the in-memory page nor its parser, and the compiler need not read them.
package page
