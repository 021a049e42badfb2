package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"

	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

//go:embed demo.css
var css string

//go:embed icon.svg
var icon []byte

func main() {
	addr := flag.String("addr", "127.0.0.1:7500", "the `address` to listen on")
	development := flag.Bool("development", true, "on a loopback address, check every drawing and show what only developers may see")
	flag.StringVar(&youtubeAt, "youtube", "", "take the player from this `address` instead of YouTube")
	flag.Parse()
	if err := run(*addr, *development, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

// run serves the demo on addr until it is interrupted, and says on out where.
func run(addr string, development bool, out io.Writer) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	app := newApp(server.Options{Development: development && onLoopback(l.Addr())})
	fmt.Fprintf(out, "OMG is alive: http://%s (stop it with Ctrl-C)\n", l.Addr())
	if err := app.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// youtubeAt is the address of what stands in for YouTube, if anything does.
var youtubeAt string

// newApp returns the whole demo.
func newApp(o server.Options) *server.App {
	o.Title = "OMG"
	o.Frame = wireLogs.record
	app := server.New(o)
	app.Stylesheet(css)
	app.Shell().Icon = app.Asset(icon, ".svg", "image/svg+xml")
	g := newGallery(o.Development)
	app.Page("GET /{$}", g.index)
	for _, s := range g.stories {
		app.Page("GET /story/"+s.Name, func(r *http.Request) (widget.Widget, error) { return g.page(s, r) })
	}
	mountYouTube(app, youtubeAt)
	app.Page("GET /bench/counter", benchCounter)
	app.Page("GET /bench/rows", benchRows)
	return app
}

func onLoopback(addr net.Addr) bool {
	at, err := netip.ParseAddrPort(addr.String())
	return err == nil && at.Addr().IsLoopback()
}
