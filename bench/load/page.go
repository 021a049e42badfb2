package load

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"regexp"
)

// page is what a client learns from the GET of one of our pages.
type page struct {
	boot   boot
	cookie string
}

// boot is the part of the page's meta element that a client needs.
type boot struct {
	Build  string `json:"build"`
	Ticket string `json:"ticket"`
}

// visitor keeps its connections: a fleet would else use up the ports with ones
// that were just closed.
var visitor = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: dialling}}

var meta = regexp.MustCompile(`<meta name="omg" content="([^"]*)"`)

var errNoBoot = errors.New("load: the page has no omg meta element")

// get loads the page, as the first half of a visit.
func get(url string) (page, error) {
	res, err := visitor.Get(url)
	if err != nil {
		return page{}, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return page{}, err
	}
	if res.StatusCode != http.StatusOK {
		return page{}, fmt.Errorf("load: %s: %s", url, res.Status)
	}
	found := meta.FindSubmatch(body)
	if found == nil {
		return page{}, errNoBoot
	}
	p := page{}
	for _, c := range res.Cookies() {
		p.cookie += c.Name + "=" + c.Value + "; "
	}
	return p, json.Unmarshal([]byte(html.UnescapeString(string(found[1]))), &p.boot)
}
