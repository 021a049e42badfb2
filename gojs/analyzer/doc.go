// Package analyzer shows the compiler's refusals in editors and in go vet.
//
// [Analyzer] compiles the browser code of the package at hand, without the
// code of other packages, and reports what is refused, with the codes of the
// compiler:
//
//	multichecker.Main(analyzer.Analyzer)
//
// What other packages give to browser code it knows by facts. What lies deeper,
// inside the functions of other packages, omg generate finds.
package analyzer
