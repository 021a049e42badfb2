// Omg is the tool of the OMG framework.
//
//	omg generate [packages]         compile browser-side Go; write *_omg.go files
//	omg check [packages]            report files that generate would change
//	omg why-async PACKAGE FUNCTION  explain why a function waits
//
// Packages are named as for the go command; the default is ./... . In a source
// file, write
//
//	//go:generate go tool omg generate .
//
// The exit code is 0 if all is well, 1 if something was refused or is stale, 2
// for a wrong command line.
package main
