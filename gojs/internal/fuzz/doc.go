// Package fuzz writes random Go programs whose output is the same wherever
// they run, to compare compiled code with Go itself.
//
// A program is a function without parameters; [Source] puts many of them into
// one package main, so that one build runs them all. A program uses numbers of
// all kinds, strings, slices, arrays, maps, structs, pointers, closures,
// interfaces, generics, defer and recover, and traces the order in which its
// operands are evaluated. It never depends on what the language leaves open:
// the order of a map, a variable read beside a call that changes it, or an int
// beyond 53 bits.
package fuzz
