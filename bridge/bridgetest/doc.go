// Package bridgetest has pages without a browser: for tests of what talks to
// pages.
//
//	hub := bridge.NewHub(bridge.Options{})
//	page := bridgetest.Open(t, hub)
//	page.Handle("add", func(x, y int) int { return x + y })
//	sum, err := add.Call(page.Session().Context(), 1, 2)
//
// A [Page] speaks the protocol as the shipped runtime does: it says HELLO, keeps
// what was not confirmed, confirms what it receives, comes back after [Page.Cut]
// by [Page.Resume]. Beyond that it can misbehave: [Page.Send] sends anything,
// [Page.HoldAcks] confirms nothing, [Pipe] and [Faults] cut, delay, duplicate and
// fill the connection.
//
// All of it works in a bubble of testing/synctest.
package bridgetest
