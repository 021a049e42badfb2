// Package figures holds the figures themselves, one file for each measurement:
// what is started, what is compared with what, and the goal.
//
// [All] lists them in the order of the documentation, [Roles] the processes
// that they start.
package figures
