// Package youtubetest stands in for YouTube in tests: it serves the two files of
// the player's script and the player itself, as they are published, from a server
// of the test's own.
//
//	s := httptest.NewServer(youtubetest.New(youtubetest.Options{}))
//	app.Handle("GET /youtube/frame", youtube.Frame(youtube.FrameOptions{API: s.URL + "/iframe_api", Host: s.URL}))
//
// Nothing else tells it from the real one: package youtube knows the address and
// no more.
//
// # What it is faithful to
//
// The loader sets YT, YT.ready and YTConfig, makes the policy youtube-widget-api
// where Trusted Types are on, and inserts the second file, which calls what waits.
// YT.Player takes an element, or an iframe that is there, speaks to it in the
// messages of the real one, and has methods only after the first delivery. The
// player sends states, errors and the other events in their order, or in others
// that were seen ([Order]); it wants eleven characters for an id, and a Referer.
//
// A video has no pictures, but a clock: it lasts 20 seconds, or what
// [Options].Lengths says. The real one wants https; this one takes http.
package youtubetest
