// Package fuzz writes random Go programs, on which the compiler and Go must agree.
//
// A program is a function of thirty statements or more: arithmetic of all kinds of
// integers, strings, slices, maps, arrays, copies of structs, pointers, closures,
// the order of evaluation, defer and recover. It prints what it has, so that a
// difference shows where it begins. The same seed gives the same program.
//
// Programs keep to what Go defines: no order of map iteration, no capacity of what
// append grew, no variable read beside a call that changes it; and to what browser
// code has: values of type int stay within 53 bits.
package fuzz
