// Package load is the clients of the figures: they dial a server, call it in a
// closed loop and count.
//
// A [Conn] is one connection with one call at a time. [Dial] opens a raw one to
// a floor's echo. A [Fleet] keeps many connections of one kind busy or idle.
package load
