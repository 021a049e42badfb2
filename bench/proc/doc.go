// Package proc starts the processes that a benchmark measures and reads their
// clocks and sizes from /proc.
//
// All processes are the same binary. The one that was started by hand calls
// [Start] with the name of a role; the new process finds that role in [Main],
// runs it, and answers questions on its standard input until that is closed. So
// a process never outlives the one that started it.
package proc
