package widget

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/net/html"
)

// Refused is the error of a drawing that holds what could run code in the page or
// take the page elsewhere: event attributes, srcdoc, scripts and styles, base,
// meta refresh, URLs with javascript: or, outside images, data:.
type Refused struct{ What string }

func (r *Refused) Error() string { return r.What + " is refused" }

// Mistakes of a drawing.
var (
	errRoots = errors.New("want one root element and nothing beside it")
	errRaw   = errors.New("Raw must be the only content of its element")
	errKeep  = errors.New("content given to the page (Keep) can hold neither handlers nor widgets")
)

// checkAttribute refuses attributes that could run code. value is as drawn.
func checkAttribute(tag tagID, id attrID, name, value []byte) error {
	switch {
	case len(name) > 1 && name[0]|0x20 == 'o' && name[1]|0x20 == 'n':
		return &Refused{What: "attribute " + string(name)}
	case len(name) == 6 && strings.EqualFold(string(name), "srcdoc"):
		return &Refused{What: "attribute srcdoc"}
	case id >= idFirstURL && id <= idLastURL || hasUpper(name) && isURL(name):
		return checkURL(tag, string(name), value)
	}
	return nil
}

func hasUpper(name []byte) bool {
	for _, c := range name {
		if 'A' <= c && c <= 'Z' {
			return true
		}
	}
	return false
}

func isURL(name []byte) bool {
	id := attributeNames.id(bytes.ToLower(name))
	return id >= idFirstURL && id <= idLastURL
}

// checkURL refuses schemes that run code. Lists of URLs (srcset, values) are
// looked at piece by piece.
func checkURL(tag tagID, name string, value []byte) error {
	if bytes.IndexByte(value, ':') < 0 && bytes.IndexByte(value, '&') < 0 {
		return nil
	}
	image := tag.info()&tagImage != 0
	for piece := range strings.FieldsFuncSeq(string(unescape(value, true)), isURLBreak) {
		switch scheme := schemeOf(piece); {
		case scheme == "javascript", scheme == "vbscript", scheme == "data" && !image:
			return &Refused{What: fmt.Sprintf("%s: in attribute %s", scheme, name)}
		}
	}
	return checkWhole(name, value, image)
}

// checkWhole looks at the value once more with all that parsers drop left out:
// "java\nscript:" is javascript: to them.
func checkWhole(name string, value []byte, image bool) error {
	whole := strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, string(unescape(value, true)))
	if s := schemeOf(whole); s == "javascript" || s == "vbscript" || s == "data" && !image {
		return &Refused{What: fmt.Sprintf("%s: in attribute %s", s, name)}
	}
	return nil
}

func isURLBreak(r rune) bool { return r <= ' ' || r == ',' || r == ';' }

func schemeOf(url string) string {
	i := strings.IndexAny(url, ":/?#")
	if i < 0 || url[i] != ':' {
		return ""
	}
	return strings.ToLower(url[:i])
}

// rawChecked remembers raw HTML that was found good, by its hash.
var rawChecked [256]atomic.Uint64

// checkRaw refuses in raw HTML what is refused elsewhere.
func checkRaw(raw []byte) error {
	h := hash64(raw)
	slot := &rawChecked[h>>56]
	if slot.Load() == h {
		return nil
	}
	z := html.NewTokenizer(bytes.NewReader(raw))
	for {
		switch z.Next() {
		case html.ErrorToken:
			slot.Store(h)
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := checkToken(z.Token()); err != nil {
				return err
			}
		}
	}
}

func checkToken(t html.Token) error {
	tag := tagID(tagNames.id([]byte(t.Data)))
	if tag.info()&tagRefused != 0 {
		return &Refused{What: "<" + t.Data + ">"}
	}
	for _, a := range t.Attr {
		id := attributeNames.id([]byte(a.Key))
		if a.Key == "w" || strings.HasPrefix(a.Key, "w-") || t.Data == "meta" && id == idHTTPEquiv {
			return &Refused{What: fmt.Sprintf("attribute %s in raw HTML", a.Key)}
		}
		if err := checkAttribute(tag, id, []byte(a.Key), []byte(html.EscapeString(a.Val))); err != nil {
			return err
		}
	}
	return nil
}
