// Package docs holds the project's texts to their word: the programs in
// README.md and docs/tutorial.md are built and run as they are printed, and the
// tests that docs/rules.md and docs/features.md name exist. Nothing imports it.
//
// A code block is the file that the line before it names, between backquotes and
// with a colon at the end. A later block for the same file takes its place. Where
// a text's section ends and a file is new, what there is must be a program that
// serves its page, in a module of its own; an address of ":7500" is replaced by a
// free one. Go in the page is compiled by omg generate first, and tests are run.
package docs
