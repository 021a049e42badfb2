package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/omg-go/omg/bridge"
)

// What a connection may take before it is a request. A socket that was upgraded
// has left these behind; its own limits are the bridge's.
const (
	readHeaderTimeout = 5 * time.Second
	idleTimeout       = 60 * time.Second
	maxHeaderBytes    = 16 << 10
)

// How a server leaves.
const (
	byeBatch     = 500                    // sessions that are told at once
	byePause     = 100 * time.Millisecond // between two batches, so that their pages do not come back at once
	shutdownTime = 20 * time.Second       // after which it leaves regardless
)

var errServing = errors.New("server: an App serves on one listener")

// ListenAndServe serves on the TCP address addr (":7500") until the process is
// interrupted, which it answers with [App.Shutdown], or until Shutdown is
// called. It returns [http.ErrServerClosed] then, the error of [App.Check] if
// the program is not fit to serve, or that of listening.
func (a *App) ListenAndServe(addr string) error {
	return a.listen(addr, "http", (*http.Server).Serve)
}

// ListenAndServeTLS is [App.ListenAndServe] over TLS, with a certificate and its
// key in PEM files.
func (a *App) ListenAndServeTLS(addr, certFile, keyFile string) error {
	return a.listen(addr, "https", func(s *http.Server, l net.Listener) error {
		return s.ServeTLS(l, certFile, keyFile)
	})
}

func (a *App) listen(addr, scheme string, serve func(*http.Server, net.Listener) error) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return a.serveOn(l, scheme, serve)
}

// Serve is [App.ListenAndServe] on a listener, which it closes. An App serves on
// one listener, once.
func (a *App) Serve(l net.Listener) error {
	return a.serveOn(l, "http", (*http.Server).Serve)
}

func (a *App) serveOn(l net.Listener, scheme string, serve func(*http.Server, net.Listener) error) error {
	s := a.httpServer()
	if !a.server.CompareAndSwap(nil, s) {
		return errServing
	}
	if err := a.Check(); err != nil {
		return errors.Join(err, l.Close())
	}
	interrupted, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	left := make(chan struct{})
	defer context.AfterFunc(interrupted, func() {
		defer close(left)
		stop() // a second interrupt is not waited for
		a.leave()
	})()
	a.opts.log().Info("serving", "url", urlOf(scheme, l.Addr()))
	err := serve(s, l)
	if interrupted.Err() != nil {
		<-left
	}
	return err
}

func (a *App) leave() {
	ctx, cancel := context.WithTimeout(context.Background(), shutdownTime)
	defer cancel()
	if err := a.Shutdown(ctx); err != nil {
		a.opts.log().Warn("server: shutdown", "err", err)
	}
}

func (a *App) httpServer() *http.Server {
	return &http.Server{
		Handler:           a,
		ReadHeaderTimeout: readHeaderTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
	}
}

// Shutdown stops to take requests, tells each page goodbye, in batches so that
// they do not all come back at once, and waits until handlers and sockets are
// done or ctx is.
//
// An App in a router of one's own is shut down beside the server that has it:
// that server does not know of the sockets.
func (a *App) Shutdown(ctx context.Context) error {
	a.draining.Store(true)
	a.pages.clear()
	closed := make(chan error, 1)
	go func() { closed <- a.closeServer(ctx) }()
	a.sayGoodbye(ctx)
	return errors.Join(a.hub.Shutdown(ctx), <-closed)
}

func (a *App) closeServer(ctx context.Context) error {
	if s := a.server.Load(); s != nil {
		return s.Shutdown(ctx)
	}
	return nil
}

func (a *App) sayGoodbye(ctx context.Context) {
	told := 0
	for s := range a.hub.Sessions() {
		s.End(bridge.ErrShutdown)
		if told++; told%byeBatch != 0 {
			continue
		}
		select {
		case <-time.After(byePause):
		case <-ctx.Done():
			return
		}
	}
}

// serveHealth answers 200 while new visitors are welcome.
func (a *App) serveHealth(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if a.draining.Load() {
		w.WriteHeader(http.StatusServiceUnavailable)
		w.Write([]byte("draining\n"))
		return
	}
	w.Write([]byte("ok\n"))
}

// urlOf returns how a browser on this machine reaches addr.
func urlOf(scheme string, addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok {
		return addr.String()
	}
	if tcp.IP.IsUnspecified() {
		return originOf(scheme, net.JoinHostPort("localhost", portOf(addr.String())))
	}
	return originOf(scheme, addr.String())
}
