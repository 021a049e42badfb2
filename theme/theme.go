package theme

import (
	"embed"
	"strings"
	"sync"
)

//go:embed *.css
var files embed.FS

// parts lists the files in the order of the cascade.
var parts = []string{"tokens.css", "base.css", "text.css", "controls.css", "table.css", "dialog.css", "layout.css", "state.css"}

var whole = sync.OnceValue(func() string {
	var css strings.Builder
	for _, name := range parts {
		part, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		css.Write(part)
		css.WriteByte('\n')
	}
	return css.String()
})

// Stylesheet returns the whole theme as one stylesheet, not minified. It is the
// same text at each call.
func Stylesheet() string { return whole() }
