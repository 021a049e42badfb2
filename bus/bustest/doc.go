// Package bustest holds what every engine behind [bus.Bus] must do, as tests.
//
//	func TestConformance(t *testing.T) {
//		bustest.Test(t, bustest.Engine{
//			Open:    func() (bus.Bus, error) { return mybus.Dial(address) },
//			Compact: func(b bus.Bus) error { return b.(*mybus.Bus).Compact() },
//		})
//	}
//
// Each case opens a bus of its own, and when it fails it says which promise to
// the users of a bus was broken.
//
// # Time
//
// An engine that lives within the process sets Virtual: its cases run in bubbles of
// package testing/synctest, where hours pass at once, and where a goroutine that the
// engine leaves behind fails the case. For the others the cases about leases take some
// seconds each.
package bustest
