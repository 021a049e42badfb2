// Package client is the page's side of OMG: a few hand-written ES modules that
// connect a page to its session, apply patches and carry calls both ways.
//
// The modules stand in src, one subject a file, and are checked as they are by
// "node --test" and by tsc over their JSDoc. A page gets them as two:
//
//	js := client.JavaScript() // what every page loads: minified, 4.5 KB compressed
//	url := client.Path()      // "_omg/m/1f0c….js", below the application's root
//	calls := client.Calls()   // 2.2 KB more, with the first call or handler of the page
//
// # How a message finds its code
//
// stream.js keeps one receiver a kind of message. What every page needs registers
// at once (patch.js); a kind without a receiver is the business of the second
// module, which stream.js then fetches, and for which that message and all later
// ones wait in order. "omg" in an import is the name of the second module.
//
// # How the files are made
//
// There is no bundler. [Assemble] follows the imports from src/index.js, and from
// src/omg.js, which finds what it needs of the first module in index.js; it writes
// each file after those that it imports, drops the import and export lines and
// puts a function round it all, so that the minifier may shorten every name.
// That works because the files keep three rules, and Assemble refuses what
// breaks them: only named imports, only of files beside them, no renaming. A
// test sees to the fourth: no name is declared in two files.
//
// # Identity
//
// A module's name is a hash of its content. It may be cached for ever, and a
// page that a browser kept never meets a runtime of another version.
package client
