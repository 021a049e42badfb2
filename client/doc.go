// Package client is the page's side of OMG: a few hand-written ES modules that
// connect a page to its session, apply patches and carry calls both ways.
//
// The modules stand in src, one subject a file, and are checked as they are by
// "node --test" and by tsc over their JSDoc. A page gets them as one file:
//
//	js := client.JavaScript() // minified, about 5 KB compressed
//	url := client.Path()      // "_omg/m/1f0c….js", below the application's root
//
// # How the file is made
//
// There is no bundler. [Assemble] follows the imports from src/index.js, writes
// each file after those that it imports, drops the import and export lines and
// puts a function round it all, so that the minifier may shorten every name.
// That works because the files keep three rules, and Assemble refuses what
// breaks them: only named imports, only of files beside them, no renaming. A
// test sees to the fourth: no name is declared in two files.
//
// # Identity
//
// The file's name is a hash of its content. It may be cached for ever, and a
// page that a browser kept never meets a runtime of another version.
package client
