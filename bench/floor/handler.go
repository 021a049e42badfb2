package floor

import (
	"embed"
	"io/fs"
	"net/http"
)

//go:embed page
var files embed.FS

// Paths of what [Handler] serves.
const (
	EchoPath    = "/echo"
	CounterPath = "/counter.html"
	RowsPath    = "/rows.html"
	BlankPath   = "/blank.html"
	TablePath   = "/table.html"

	// Modules that package compute and package samples are compared with.
	ComputeModule = "/compute.mjs"
	TableModule   = "/table.mjs"
)

// Handler serves the floors. Its pages are isolated, so that their clocks are
// as fine as the browser allows.
func Handler() http.Handler {
	pages, err := fs.Sub(files, "page")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	mux := http.NewServeMux()
	mux.Handle("/", Isolate(http.FileServerFS(pages)))
	mux.HandleFunc(EchoPath, Echo)
	mux.HandleFunc("/count", count)
	return mux
}

// Isolate adds the headers that isolate a page from other origins. Chromium
// then shows it time in steps of 5 µs instead of 100 µs.
func Isolate(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
		h.ServeHTTP(w, r)
	})
}
