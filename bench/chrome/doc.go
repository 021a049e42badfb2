// Package chrome drives a headless Chromium for measurements: it starts one
// with a fresh profile, opens pages whose clocks are as fine as the browser
// allows, and times what a click does with a script that it puts in the page.
//
// The frame rate is not limited: a paint then takes as long as its work and
// does not wait for the next tick of a display.
package chrome
