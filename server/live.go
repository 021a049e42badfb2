package server

import (
	"net/http"
	"path"
	"sync"

	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/module"
)

// A liveAsset is a module whose content may change under its name: the values of
// variables. Browsers ask each time a page is loaded whether theirs is good.
type liveAsset struct {
	module *module.Asset
	mu     sync.Mutex
	tag    string
	latest *asset
}

func (as *assets) addLive(m *module.Asset) {
	as.mu.Lock()
	defer as.mu.Unlock()
	if as.live == nil {
		as.live = map[string]*liveAsset{}
	}
	as.live[path.Base(m.Path())] = &liveAsset{module: m}
}

// serveLive answers with what the module is now, or that it is what the browser has.
func (as *assets) serveLive(w http.ResponseWriter, r *http.Request, l *liveAsset) {
	a, tag, err := l.now()
	if err != nil {
		as.log.Error("server: a module cannot be served", "err", err)
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, "500 internal server error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	a.write(w, r)
}

// now returns the module as it is now, packed once as long as it stays the same.
func (l *liveAsset) now() (a *asset, tag string, err error) {
	js, err := l.module.JavaScript()
	if err != nil {
		return nil, "", err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if tag = `W/"` + client.Hash(js) + `"`; tag != l.tag {
		l.tag, l.latest = tag, &asset{kind: typeScript, body: []byte(js)}
	}
	return l.latest, tag, nil
}
