// Package subject holds the programs on our packages that the figures measure:
// a page without widgets, a counter, a page that calls the backend, a table
// of a thousand rows, and an object with twins, each written as a user writes it.
package subject
