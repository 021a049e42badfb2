// Package omg is the root of the module; it holds no code. Start with
// [github.com/omg-go/omg/widget] and [github.com/omg-go/omg/server].
package omg
