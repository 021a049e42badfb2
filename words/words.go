package words

import (
	"context"
	"maps"
	"strings"
	"sync"
)

// A Table has the words of one language by their English names. Verbs of package
// fmt stand in both.
type Table map[string]string

var (
	mu     sync.RWMutex
	tables = map[string]Table{}
)

// Add adds words of lang, a BCP 47 tag such as "de" or "pt-BR", over those that
// it has. It may be called at any time; what is drawn later speaks the new words.
func Add(lang string, t Table) {
	lang = strings.ToLower(lang)
	mu.Lock()
	defer mu.Unlock()
	if tables[lang] == nil {
		tables[lang] = Table{}
	}
	maps.Copy(tables[lang], t)
}

type languageKey struct{}

// With returns a context whose language is lang.
func With(ctx context.Context, lang string) context.Context {
	return context.WithValue(ctx, languageKey{}, strings.ToLower(lang))
}

// Language returns the language of ctx, in lower case, "" for none.
func Language(ctx context.Context) string {
	lang, _ := ctx.Value(languageKey{}).(string)
	return lang
}

// In returns the word of that English name in ctx's language.
func In(ctx context.Context, english string) string {
	mu.RLock()
	defer mu.RUnlock()
	for lang := Language(ctx); lang != ""; lang = wider(lang) {
		if word, ok := tables[lang][english]; ok {
			return word
		}
	}
	return english
}

func wider(lang string) string {
	return lang[:max(strings.LastIndexByte(lang, '-'), 0)]
}
