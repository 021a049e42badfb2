// Package compute holds the Go functions whose speed in the page is measured
// against the same written by hand in JavaScript (floor/page/compute.mjs).
//
// They are plain loops: what they show is what integers, slices and strings
// cost, nothing of the page.
package compute
