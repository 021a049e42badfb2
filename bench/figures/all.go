package figures

import "github.com/omg-go/omg/bench"

// All returns every figure, in the order of the documentation.
func All() []bench.Bench {
	return []bench.Bench{
		goCall("go-call-64B-x", 64, 1.25),
		goCall("go-call-1KiB-x", 1024, 1.5),
		pageCall("page-call-64B-x", 64),
		pageCall("page-call-1KiB-x", 1024),
		serverCPU(),
		idle("idle-session-bytes", kindBare, "without UI", 8000),
		idle("idle-counter-bytes", kindCounter, "with a counter", 12000),
		retained(),
		render(),
		dirtyRow(),
		counter(),
		clickBytes(),
		rows(),
		runtimeSize(),
		sizes(),
		fanout(),
		twin(),
		flood(),
		interaction(),
		families(),
		runs("table-1000-rows-x", 1.5, "1,000 rows filtered, sorted and shown", loopTable),
		runs("gcd-x", 1.1, "loop of greatest common divisors", loopGCD),
		runs("hash-int32-x", 1.1, "loop of a 32-bit hash", loopHash),
		runs("scan-float64-x", 2, "scan of a []float64", loopFloats),
		runs("scan-string-x", 2, "scan of a []string", loopStrings),
		runs("scan-int32-x", 2, "scan of a []int32", loopInt32s),
		runs("scan-int-x", 3, "scan of an []int", loopInts),
	}
}
