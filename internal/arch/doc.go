// Package arch holds the floor plan of the module: which package may import
// which. The plan is enforced by the package's test, nothing imports it.
package arch
