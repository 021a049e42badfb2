// Package twins holds objects with two lives, and functions of the page that use
// them, for tests of packages mirror and datasync in browsers.
package twins
