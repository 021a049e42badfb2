package server_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/server"
)

// Rules 3.2 and 9.
func TestServerLimits(t *testing.T) {
	s := newApp(server.Options{}).HTTPServer()
	if s.ReadHeaderTimeout != 5*time.Second || s.IdleTimeout != 60*time.Second || s.MaxHeaderBytes != 16<<10 || s.WriteTimeout != 0 {
		t.Errorf("got %v, %v, %d, %v", s.ReadHeaderTimeout, s.IdleTimeout, s.MaxHeaderBytes, s.WriteTimeout)
	}
	if server.MaxDrawn != 1000 || server.MaxDrawnBytes != 32<<20 || server.DrawnLife != 30*time.Second {
		t.Errorf("pages that wait: %d, %d bytes, %v", server.MaxDrawn, server.MaxDrawnBytes, server.DrawnLife)
	}
}

// served returns a served application, its URL and where Serve's error comes.
func served(t *testing.T) (app *server.App, url string, done chan error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	app, done = newApp(server.Options{}), make(chan error, 1)
	go func() { done <- app.Serve(l) }()
	url = "http://" + l.Addr().String()
	get := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Get
	res, err := get(url + "/healthz") // the listener takes it before Serve does
	if err != nil || text(res) != "ok\n" {
		t.Fatalf("healthz: %v", err)
	}
	return app, url, done
}

func TestServeEndsByShutdown(t *testing.T) {
	app, _, done := served(t)
	if err := app.Serve(nil); err == nil {
		t.Error("served twice")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if err := app.Shutdown(ctx); err != nil {
		t.Error(err)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		t.Errorf("got %v", err)
	}
}

func TestServeEndsByInterrupt(t *testing.T) {
	_, _, done := served(t)
	self, _ := os.FindProcess(os.Getpid())
	self.Signal(syscall.SIGTERM)
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		t.Errorf("got %v", err)
	}
}

func TestListenAndServeFails(t *testing.T) {
	if err := newApp(server.Options{}).ListenAndServe("nowhere.invalid:0"); err == nil {
		t.Error("no error")
	}
	if err := newApp(server.Options{}).ListenAndServeTLS("127.0.0.1:0", "missing.pem", "missing.pem"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// TestGoodbyeInBatches shuts down with more sessions than are told at once.
func TestGoodbyeInBatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		app := newApp(server.Options{})
		for range 1001 {
			if err := app.Hub().Adopt(bridge.NewSession(app.Hub(), t.Context())); err != nil {
				t.Fatal(err)
			}
		}
		start := time.Now()
		if err := app.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		if took := time.Since(start); took != 200*time.Millisecond {
			t.Errorf("took %v, want two pauses between three batches", took)
		}
	})
}
