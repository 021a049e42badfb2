package main

import (
	"html"
	"regexp"
	"strings"
)

// token finds what has a colour, in Go and in templ alike: a comment, a string,
// a number, a word, an HTML tag.
var token = regexp.MustCompile("(//[^\\n]*)|(\"(?:\\\\.|[^\"\\\\\\n])*\"|`[^`]*`)|(\\b\\d[\\d_.]*\\b)|(</?[a-z][a-z0-9-]*|/?>)|([A-Za-z_]\\w*)")

// classes names the spans by the groups of token.
var classes = []string{"", "c", "s", "n", "k", ""}

var keywords = wordSet(`break case chan const continue default defer else fallthrough for func go goto if
	import interface map package range return select struct switch type var templ true false nil`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// colour returns source as HTML with light syntax colouring: spans whose colours
// are the theme's. It need not understand the source, only to lose nothing.
func colour(source string) string {
	var out strings.Builder
	at := 0
	for _, m := range token.FindAllStringSubmatchIndex(source, -1) {
		out.WriteString(html.EscapeString(source[at:m[0]]))
		at = m[1]
		text := source[m[0]:m[1]]
		class := classOf(m, text, source[at:])
		if class == "" {
			out.WriteString(html.EscapeString(text))
			continue
		}
		out.WriteString(`<span class="` + class + `">` + html.EscapeString(text) + `</span>`)
	}
	out.WriteString(html.EscapeString(source[at:]))
	return out.String()
}

func classOf(m []int, text, rest string) string {
	for group, class := range classes {
		if class != "" && m[2*group] >= 0 {
			return class
		}
	}
	switch {
	case keywords[text]:
		return "k"
	case strings.HasPrefix(rest, "("):
		return "f"
	}
	return ""
}
