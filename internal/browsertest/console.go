package browsertest

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// console collects what a page reports.
type console struct {
	mu       sync.Mutex
	messages []string
	expected []string
	origins  []string // that the page may ask
}

func (c *console) hear(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning || e.Type == runtime.ConsoleAPICalledTypeAssert {
			c.add(string(e.Type) + ": " + arguments(e.Args))
		}
	case *runtime.EventExceptionThrown:
		c.add("exception: " + (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			c.add(string(e.Entry.Level) + ": " + e.Entry.Text + " " + e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		c.request(e.Request.URL)
	case *network.EventWebSocketCreated:
		c.request(e.URL)
	}
}

// request notes what the page asks of a server that is not the test's.
func (c *console) request(address string) {
	origin := originOf(address)
	c.mu.Lock()
	foreign := origin != "" && !slices.Contains(c.origins, origin)
	c.mu.Unlock()
	if foreign {
		c.add("request to another origin: " + address)
	}
}

// allow takes requests to the origin of an address.
func (c *console) allow(address string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.origins = append(c.origins, originOf(address))
}

// originOf is "" for what stays in the browser, as data and blobs. A socket has
// the origin of its page.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	switch u.Scheme {
	case "http", "ws":
		return "http://" + u.Host
	case "https", "wss":
		return "https://" + u.Host
	}
	return ""
}

func arguments(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		var text string
		switch {
		case json.Unmarshal(a.Value, &text) == nil:
		case a.Description != "":
			text = a.Description
		default:
			text = string(a.Value)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

func (c *console) add(message string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.messages = append(c.messages, message)
}

func (c *console) expect(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.expected = append(c.expected, text)
}

func (c *console) all() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.messages)
}

func (c *console) unexpected() []string {
	messages := c.all()
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.DeleteFunc(messages, func(m string) bool {
		return slices.ContainsFunc(c.expected, func(text string) bool { return strings.Contains(m, text) })
	})
}
