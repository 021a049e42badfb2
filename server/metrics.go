package server

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"unicode"
)

// metricsPath is where counters are read, unless the program has something of
// its own there.
const metricsPath = "/metrics"

// wantsMetrics tells whether r is for the metrics and may have them. One that may
// not finds what it would find without them.
func (a *App) wantsMetrics(r *http.Request, pattern string) bool {
	if r.Method != http.MethodGet || r.URL.Path != metricsPath || strings.HasSuffix(pattern, metricsPath) {
		return false
	}
	if may := a.opts.Metrics; may != nil {
		return may(r)
	}
	return fromHere(r)
}

// fromHere tells whether r comes from this machine, and for it. What a proxy
// passes on does not, as far as the proxy says so.
func fromHere(r *http.Request) bool {
	for _, name := range []string{"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via"} {
		if r.Header.Get(name) != "" {
			return false
		}
	}
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback() && onLoopback(r.Host)
}

// serveMetrics answers in the text format of Prometheus.
func (a *App) serveMetrics(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	var out bytes.Buffer
	load := a.hub.Load()
	metric(&out, "gauge", "omg_sessions", int64(load.Sessions))
	metric(&out, "gauge", "omg_sockets", int64(load.Sockets))
	metric(&out, "gauge", "omg_unconfirmed_bytes", load.LogBytes)
	for _, c := range countersOf(a.hub.Counters()) {
		metric(&out, "counter", "omg_"+snake(c.name)+"_total", c.value)
	}
	w.Write(out.Bytes())
}

func metric(out *bytes.Buffer, kind, name string, value int64) {
	fmt.Fprintf(out, "# TYPE %s %s\n%s %d\n", name, kind, name, value)
}

// snake spells a name of Go as Prometheus does: HandOffs is hand_offs.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
