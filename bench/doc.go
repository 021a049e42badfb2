// Package bench measures what the project promises: each figure against the
// floor that the machine itself sets, in the same run.
//
// An absolute time says little on a shared machine, so nearly every [Figure] is
// a ratio: what our code takes, divided by what the least code that does the
// same takes. Both sides are visited in turn, round by round ([Interleave]), so
// that noise falls on both alike. A figure that must be absolute (bytes a
// session, say) is printed with the load of the machine.
//
//	r := bench.Runner{Out: os.Stdout, Rounds: 15}
//	results := r.Run(ctx, benches)
//	bench.Summary(os.Stdout, results)
//
// # Tries
//
// A figure within its goal is measured once. One that is over is measured up to
// three times, every try is printed, and the median of the tries decides. So a
// neighbour's burst does not fail a figure, and a figure is never tried until
// it happens to pass.
//
// # Rooms
//
// proc starts the processes that are measured and reads their clocks, chrome
// drives Chromium, floor holds the raw programs to compare with, subject the
// same programs on our packages, load the clients, figures the figures. All of
// it is one binary, bench/cmd, which starts itself again for each process.
package bench
