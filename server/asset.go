package server

import (
	"bytes"
	"compress/gzip"
	"log/slog"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/module"
)

// assetRoot is the folder of everything whose name is a hash of its content. It
// is one folder, so that modules import each other as neighbours.
const assetRoot = "_omg/m/"

const (
	typeScript = "text/javascript; charset=utf-8"
	typeStyle  = "text/css; charset=utf-8"
)

// An asset is a file that never changes under its name, or one version of a file
// that does.
type asset struct {
	kind    string
	body    []byte
	packing sync.Once
	gzip    []byte
	brotli  []byte
}

// assets holds what is served below assetRoot, by file name.
type assets struct {
	log     *slog.Logger
	modules sync.Once
	mu      sync.RWMutex
	byName  map[string]*asset
	live    map[string]*liveAsset
}

// add keeps content and returns its path, relative to the application's root.
func (as *assets) add(content, ext, kind string) string {
	name := client.Hash(content) + ext
	as.mu.Lock()
	defer as.mu.Unlock()
	if as.byName == nil {
		as.byName = map[string]*asset{}
	}
	if as.byName[name] == nil {
		as.byName[name] = common(name, content, kind)
	}
	return assetRoot + name
}

// shared holds the assets of all applications of the process: what several serve,
// as the runtime, is kept and packed once.
var shared struct {
	mu     sync.Mutex
	byName map[[2]string]*asset // name and kind
}

func common(name, content, kind string) *asset {
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if shared.byName == nil {
		shared.byName = map[[2]string]*asset{}
	}
	key := [2]string{name, kind}
	if shared.byName[key] == nil {
		shared.byName[key] = &asset{kind: kind, body: []byte(content)}
	}
	return shared.byName[key]
}

// addStylesheet minifies and keeps a stylesheet.
func (as *assets) addStylesheet(source string) (string, error) {
	small, err := client.MinifyCSS(source)
	if err != nil {
		return "", err
	}
	return as.add(small, ".css", typeStyle), nil
}

// find returns the asset of that name, nil if there is none.
func (as *assets) find(name string) (*asset, *liveAsset) {
	if a, l := as.byFile(name); a != nil || l != nil {
		return a, l
	}
	as.modules.Do(as.addModules)
	return as.byFile(name)
}

// addModules adds what is registered. It waits until the first page asks: all
// packages have registered by then, and a program whose pages ask for none is
// not kept from its start.
func (as *assets) addModules() {
	for _, m := range module.Assets() {
		if m.Live() {
			as.addLive(m)
			continue
		}
		js, err := m.JavaScript()
		if err != nil {
			as.log.Error("server: a module cannot be served", "err", err)
			continue
		}
		as.add(js, ".js", typeScript)
	}
	for _, s := range module.Stylesheets() {
		as.add(s.CSS(), ".css", typeStyle)
	}
}

func (as *assets) byFile(name string) (*asset, *liveAsset) {
	as.mu.RLock()
	defer as.mu.RUnlock()
	return as.byName[name], as.live[name]
}

// ServeHTTP serves what is named by the last element of the path.
func (as *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, l := as.find(path.Base(r.URL.Path))
	if l != nil {
		as.serveLive(w, r, l)
		return
	}
	if a == nil {
		// Of another build. The page that asked loads itself again, so the
		// absence must not be remembered.
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, "404 not found", http.StatusNotFound)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	a.write(w, r)
}

// write answers with the smallest form that the browser takes.
func (a *asset) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Vary", "Accept-Encoding")
	body, encoding := a.encoded(r.Header.Get("Accept-Encoding"))
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body)
}

// encoded returns the smallest form that the browser takes.
func (a *asset) encoded(accept string) (body []byte, encoding string) {
	a.packing.Do(a.pack)
	switch {
	case accepts(accept, "br"):
		return a.brotli, "br"
	case accepts(accept, "gzip"):
		return a.gzip, "gzip"
	}
	return a.body, ""
}

func (a *asset) pack() {
	var g, b bytes.Buffer
	gw, _ := gzip.NewWriterLevel(&g, gzip.BestCompression)
	gw.Write(a.body)
	gw.Close()
	bw := brotli.NewWriterLevel(&b, brotli.BestCompression)
	bw.Write(a.body)
	bw.Close()
	a.gzip, a.brotli = g.Bytes(), b.Bytes()
}

// accepts reads an Accept-Encoding header.
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			q := strings.TrimPrefix(strings.TrimSpace(params), "q=")
			return strings.Trim(q, "0.") != "" || q == ""
		}
	}
	return false
}
