package chrome

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// isolating are the headers that isolate a page from other origins, on which
// Chromium shows it time in steps of 5 µs instead of 100 µs.
var isolating = map[string]string{
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
}

var replaced = append(slices.Collect(maps.Keys(isolating)), "Content-Encoding")

// isolate adds the isolating headers to every document that the tab of ctx
// loads, so that any server's page can be measured as it is.
func isolate(ctx context.Context) error {
	err := chromedp.Listen(ctx, func(event any) {
		if paused, ok := event.(*fetch.EventRequestPaused); ok {
			go answer(ctx, paused) // a listener must not wait for the browser
		}
	})
	if err != nil {
		return err
	}
	_, err = chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{
		URLPattern: "*", ResourceType: network.ResourceTypeDocument, RequestStage: fetch.RequestStageResponse,
	}}})
	return err
}

// answer hands the paused document over as if it had come with the isolating
// headers. Chromium heeds them only on a response that DevTools gives whole.
func answer(ctx context.Context, paused *fetch.EventRequestPaused) {
	// Errors mean that the tab is gone; whoever waits for it is told so.
	body, err := chromedp.Call(ctx, fetch.GetResponseBody, fetch.GetResponseBodyParams{RequestID: paused.RequestID})
	if err != nil {
		return
	}
	_, _ = chromedp.Call(ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{
		RequestID: paused.RequestID, ResponseCode: int64(paused.ResponseStatusCode),
		ResponseHeaders: isolated(paused.ResponseHeaders), Body: body.Body,
	})
}

// isolated returns the headers with the isolating ones in the place of the
// page's own (Chromium heeds neither of two), and without the one that says how
// the body was compressed: DevTools gave it plain.
func isolated(headers []*fetch.HeaderEntry) []*fetch.HeaderEntry {
	var out []*fetch.HeaderEntry
	for _, h := range headers {
		if !slices.ContainsFunc(replaced, func(name string) bool { return strings.EqualFold(h.Name, name) }) {
			out = append(out, h)
		}
	}
	for name, value := range isolating {
		out = append(out, &fetch.HeaderEntry{Name: name, Value: value})
	}
	return out
}
