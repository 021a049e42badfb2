// Package docs holds the project's texts to their word: the programs in
// README.md and docs/tutorial.md are built and run as they are printed. Nothing
// imports it.
//
// A code block whose first line is a comment with a file's name is that file:
//
//	// counter.go
//	package main
//
// A later block of the same name takes its place. Where a text's section ends
// and a file is new, what there is must be a program that serves its page.
package docs
