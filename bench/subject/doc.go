// Package subject holds the programs on our packages that the figures measure:
// a page without widgets, a counter, a page that calls the backend, and a table
// of a thousand rows, each written as a user writes it.
package subject
