package server_test

import (
	"crypto/tls"
	"net/http/httptest"
	"testing"

	"github.com/omg-go/omg/server"
)

func TestOriginOfASocket(t *testing.T) {
	for _, c := range []struct {
		name, origin, host string
		tls                bool
		headers            []string
		want               bool
	}{
		{"own", "http://example.org", "example.org", false, nil, true},
		{"own with port", "http://example.org:8080", "example.org:8080", false, nil, true},
		{"own, default port written", "https://example.org", "example.org:443", true, nil, true},
		{"own in capitals", "https://Example.ORG", "example.org", true, nil, true},
		{"absent", "", "example.org", false, nil, false},
		{"null", "null", "example.org", false, nil, false},
		{"another site", "http://evil.test", "example.org", false, nil, false},
		{"another port", "http://example.org:81", "example.org", false, nil, false},
		{"another scheme", "http://example.org", "example.org", true, nil, false},
		{"a sibling", "http://evil.example.org", "example.org", false, nil, false},
		{"a longer name", "http://example.org.evil.test", "example.org", false, nil, false},
		{"allowed", "https://partner.test", "example.org", true, nil, true},
		{"allowed, other scheme", "http://partner.test", "example.org", true, nil, false},
		{"TLS ends at a proxy", "https://example.org", "example.org", false, []string{"X-Forwarded-Proto", "https"}, true},
		{"a proxy changed the host", "https://example.org", "10.0.0.1:80", false, []string{"X-Forwarded-Proto", "https, http", "X-Forwarded-Host", "example.org, inner"}, true},
		{"another site behind a proxy", "https://evil.test", "10.0.0.1", false, []string{"X-Forwarded-Proto", "https", "X-Forwarded-Host", "example.org"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			app := server.New(server.Options{Origins: []string{"https://partner.test/"}})
			r := httptest.NewRequest("GET", "http://"+c.host+"/_omg/socket", nil)
			r.Header.Set("Origin", c.origin)
			if c.tls {
				r.TLS = &tls.ConnectionState{}
			}
			for i := 0; i+1 < len(c.headers); i += 2 {
				r.Header.Set(c.headers[i], c.headers[i+1])
			}
			if got := app.OriginAllowed(r); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestOnLoopback(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "localhost:7500": true, "app.localhost": true, "127.0.0.1:1": true, "[::1]:7500": true, "::1": true,
		"example.org": false, "192.168.0.4:7500": false, "localhost.evil.test": false, "127.0.0.1.evil.test": false,
	} {
		if got := server.OnLoopback(host); got != want {
			t.Errorf("%s: got %v", host, got)
		}
	}
}
