// Package places writes random Go programs about places: variables, elements, fields
// and what pointers and slices say of the same ones, assigned one or several at a
// time, with operands that show when they are evaluated.
//
// It is the other half of package fuzz, which is broader and takes fewer risks with
// memory that is shared.
package places
