package server_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/words"
)

// closing draws the stock word for Close.
type closing struct{ widget.Base }

func (c *closing) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		_, err := io.WriteString(w, "<p>"+words.In(ctx, "Close")+"</p>")
		return err
	})
}

func TestWordsAreOfThePagesLanguage(t *testing.T) {
	words.Add("de", words.Table{"Close": "Schließen"})
	words.Add("nl", words.Table{"Close": "Sluiten"})
	app := server.New(server.Options{Lang: "de"})
	app.Page("GET /{lang}", func(r *http.Request) (widget.Widget, error) {
		if lang := r.PathValue("lang"); lang != "-" {
			server.ShellOf(r).Lang = lang
		}
		return &closing{}, nil
	})
	for path, want := range map[string]string{"/-": "Schließen", "/nl": "Sluiten", "/en": "Close"} {
		w := httptest.NewRecorder()
		app.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if !strings.Contains(w.Body.String(), ">"+want+"</p>") {
			t.Errorf("%s does not say %s:\n%s", path, want, w.Body)
		}
	}
}
