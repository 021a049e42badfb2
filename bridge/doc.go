// Package bridge moves calls between a Go program and its pages: typed, both
// ways, in order, exactly once, across lost connections.
package bridge

//go:generate go run gen_shapes.go
