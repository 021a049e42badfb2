package figures

import (
	"fmt"
	"go/types"
	"net"
	"net/http"

	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/gojs"
	"github.com/omg-go/omg/gojs/load"
)

// compile returns the Go functions of the package, compiled for the page with
// all that they need, as one module, minified as it is served.
func compile(pkg string, names ...string) (string, error) {
	w, err := load.Load(".", pkg)
	if err != nil {
		return "", err
	}
	var functions []*types.Func
	for _, name := range names {
		f, ok := w.Roots[0].Types.Scope().Lookup(name).(*types.Func)
		if !ok {
			return "", fmt.Errorf("figures: %s has no function %s", pkg, name)
		}
		functions = append(functions, f)
	}
	text, err := gojs.Module(w, functions...)
	if err != nil {
		return "", err
	}
	return client.Minify(text)
}

// serveWith serves the floor, and the module at path beside it, until stop.
func serveWith(path, module string) (base string, stop func() error, err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", floor.Handler())
	mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(w, module)
	})
	s := &http.Server{Handler: mux}
	go s.Serve(l) // ends with Close
	return "http://" + l.Addr().String(), s.Close, nil
}
