package server_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"html"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/server"
)

// certificate writes a certificate for host, signed by itself, and its key.
func certificate(t *testing.T, host string) (cert *x509.Certificate, certFile, keyFile string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	cert = &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{host}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, cert, cert, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	if cert, err = x509.ParseCertificate(der); err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, data []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: data}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return cert, write("cert.pem", "CERTIFICATE", der), write("key.pem", "PRIVATE KEY", keyDER)
}

// TestServesTLS gets a page and opens its socket as a browser at another machine
// would: under a name that is not loopback's.
func TestServesTLS(t *testing.T) {
	cert, certFile, keyFile := certificate(t, "shop.example")
	serving, told := io.Pipe()
	app := server.New(server.Options{Log: slog.New(slog.NewJSONHandler(told, nil))})
	app.Page("GET /{$}", greet("world"))
	done := make(chan error, 1)
	go func() { done <- app.ListenAndServeTLS("127.0.0.1:0", certFile, keyFile) }()
	var line struct{ URL string }
	if err := json.NewDecoder(serving).Decode(&line); err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, serving)
	defer serving.Close()
	addr, https := strings.CutPrefix(line.URL, "https://")
	if !https {
		t.Fatalf("serves at %s", line.URL)
	}
	roots := x509.NewCertPool()
	roots.AddCert(cert)
	trust := &tls.Config{RootCAs: roots}
	dial := func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, addr)
	}
	jar, _ := cookiejar.New(nil)
	transport := &http.Transport{DialContext: dial, TLSClientConfig: trust}
	defer transport.CloseIdleConnections()
	res, err := (&http.Client{Jar: jar, Transport: transport}).Get("https://shop.example/")
	if err != nil {
		t.Fatal(err)
	}
	var p page
	if m := bootOf.FindStringSubmatch(text(res)); m == nil || json.Unmarshal([]byte(html.UnescapeString(m[1])), &p) != nil {
		t.Fatalf("no boot in %d", res.StatusCode)
	}
	if c := res.Cookies(); len(c) != 1 || c[0].Name != "__Host-omg" || !c[0].Secure || !c[0].HttpOnly || c[0].Path != "/" || c[0].Domain != "" {
		t.Errorf("cookies %v", c)
	}
	socket := websocket.Dialer{Jar: jar, TLSClientConfig: trust, NetDialContext: dial}
	if _, _, err := socket.Dial("wss://shop.example/_omg/socket", http.Header{"Origin": {"http://shop.example"}}); err == nil {
		t.Error("a page that came without TLS opened a socket")
	}
	c, _, err := socket.Dial("wss://shop.example/_omg/socket", http.Header{"Origin": {"https://shop.example"}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	say(c, "h", 1, p.Build, 1, 0, p.Ticket, nil, nil)
	var answer []any
	if err := c.ReadJSON(&answer); err != nil {
		t.Fatal(err)
	}
	wantKind(t, answer, "w")
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if err := app.Shutdown(ctx); err != nil {
		t.Error(err)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		t.Error(err)
	}
	if u, _ := url.Parse("https://shop.example"); len(jar.Cookies(u)) != 1 {
		t.Error("the cookie was not kept")
	}
}
