package server

import (
	"context"
	"net/http"

	"github.com/omg-go/omg/words"
)

// kept returns a context that has the values of the request that Options.Keep
// names, read now, and nothing else of it. A request's own context is never
// handed to a session: pooling routers use it again for the next visitor, who
// would then be the session's user.
//
// It also has the language of the page's words. Most sessions share that of the
// application.
func (a *App) kept(r *http.Request, lang string) context.Context {
	ctx := a.speaking
	if lang != words.Language(ctx) {
		ctx = words.With(ctx, lang)
	}
	for _, key := range a.opts.Keep {
		if v := r.Context().Value(key); v != nil {
			ctx = context.WithValue(ctx, key, v)
		}
	}
	return ctx
}

func (a *App) identity(r *http.Request) string {
	if a.opts.Identity == nil {
		return ""
	}
	return a.opts.Identity(r)
}
