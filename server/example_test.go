package server_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// Sign is a widget; with templ its Render would be a template.
type Sign struct {
	widget.Base
	Text string
}

func (s *Sign) Render() templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, "<h1>"+templ.EscapeString(s.Text)+"</h1>")
		return err
	})
}

// An application is a handler, so it stands in any router and in any test.
func Example() {
	app := server.New(server.Options{Title: "Shop", Unstyled: true})
	app.Page("GET /orders/{id}", func(r *http.Request) (widget.Widget, error) {
		if r.PathValue("id") == "0" {
			return nil, server.ErrNotFound
		}
		server.ShellOf(r).Title = "Order " + r.PathValue("id")
		return &Sign{Text: "Order " + r.PathValue("id")}, nil
	})
	router := http.NewServeMux()
	router.Handle("/shop/", http.StripPrefix("/shop", app))

	for _, path := range []string{"/shop/orders/7", "/shop/orders/0"} {
		w := httptest.NewRecorder()
		router.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		fmt.Println(w.Code, w.Header().Get("Cache-Control"))
	}
	// Output:
	// 200 no-store
	// 404 no-store
}
