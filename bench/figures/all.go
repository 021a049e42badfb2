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
	}
}
