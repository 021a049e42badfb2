// Package corpus runs Go's own test programs through the compiler.
//
// The list of programs (testdata/programs.txt) names every "// run" program
// of $(go env GOROOT)/test that imports only packages that browser code may
// use. What each does in Go is kept in testdata/golden.txt; the programs that
// do something else under node are listed, with a reason each, in
// testdata/failures.txt, and the list is checked both ways.
package corpus
