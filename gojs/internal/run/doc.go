// Command run compiles, for work on the compiler: single-file programs to
// scripts for node,
//
//	go run ./gojs/internal/run -o DIR FILE.go …
//
// or functions of a package to one ES module on the standard output:
//
//	go run ./gojs/internal/run PACKAGE FUNCTION …
package main
