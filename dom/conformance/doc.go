// Package conformance holds package dom to one meaning in both of its worlds.
//
// Each case is browser code that returns a text. The package's test runs all on the
// page in memory and compares the texts with testdata/results.txt; the compiler's
// tests run the same functions, compiled, in a real browser and compare with the
// same file.
package conformance
