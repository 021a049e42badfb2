// Command demo is the gallery: every part of OMG, alive, with its source beside
// it.
//
//	go run ./cmd/demo                  # on http://127.0.0.1:7500
//	go run ./cmd/demo -addr :8080
//
// A story is one file, story_NAME.go, with its drawing in story_NAME.templ. It
// registers itself; the gallery finds its source by its name. On a loopback
// address the demo runs in development mode, which has the wire log.
package main
