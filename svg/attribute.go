package svg

import (
	"fmt"
	"strings"
)

//omg:browser
type attribute struct {
	name  string
	value string
	kind  attributeKind
	ref   *Element // what refHash and refURL refer to
}

//omg:browser
type attributeKind uint8

//omg:browser
const (
	plain   attributeKind = iota
	flag                  // without a value
	localID               // the element's own id, prefixed when drawn
	refHash               // "#id"
	refURL                // "url(#id)"
)

//omg:browser
func isAttributeName(s string) bool {
	space, name, found := strings.Cut(s, ":")
	if found && (name == "" || !all(name, isNameByte)) {
		return false
	}
	return space != "" && all(space, isNameByte) && (space[0] == '_' || isLetter(space[0]))
}

//omg:browser
func all(s string, is func(c byte) bool) bool {
	for i := range len(s) {
		if !is(s[i]) {
			return false
		}
	}
	return true
}

//omg:browser
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

//omg:browser
func isNameByte(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.'
}

// checkAttribute returns what is wrong with a name, which is a mistake of the program.
//
//omg:browser
func checkAttribute(name, value string) error {
	lower := strings.ToLower(name)
	switch {
	case !isAttributeName(name):
		return fmt.Errorf("%q is no attribute name", clip(name))
	case isHandler(lower):
		return fmt.Errorf("%s is refused: handlers are drawn by the widget's On, see Attrs", clip(name))
	case lower == "style":
		return fmt.Errorf("style is refused: use attributes such as fill, or a class")
	case lower == "xlink:href":
		return fmt.Errorf("xlink:href is refused: use href")
	case lower == "srcdoc" || lower == "srcset" || lower == "xml:base" || strings.HasPrefix(lower, "xmlns"):
		return fmt.Errorf("%s is refused", clip(name))
	case lower == "attributename" && !animatable(value):
		return fmt.Errorf("to animate %s is refused", clip(value))
	}
	if right, ok := attributeCase[lower]; ok && right != name {
		return fmt.Errorf("%s is spelt %s", clip(name), right)
	}
	return nil
}

// isHandler reports whether a browser would take the value of the attribute for script.
//
//omg:browser
func isHandler(lower string) bool {
	if !strings.HasPrefix(lower, "on") || len(lower) == 2 {
		return false
	}
	for _, c := range lower[2:] {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// animatable tells what an animation may change: nothing that acts or loads.
//
//omg:browser
func animatable(name string) bool {
	lower := strings.ToLower(strings.TrimSpace(name))
	return !isHandler(lower) && lower != "style" && lower != "src" && !strings.HasSuffix(lower, "href")
}

// harmless reports whether a value may be drawn. It is asked about values that may be
// anybody's.
//
//omg:browser
func harmless(element, name, value string) bool {
	switch {
	case name == "href" || name == "src":
		return harmlessAddress(element, value)
	case name == "class" || name == "id" || strings.HasPrefix(name, "aria-") || strings.HasPrefix(name, "data-"):
		return true
	default:
		return harmlessValue(value)
	}
}

// functions are those that load nothing.
//
//omg:browser
var functions = set("rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp " +
	"translate rotate scale skewX skewY matrix translate3d perspective " +
	"blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia " +
	"circle ellipse inset polygon path cubic-bezier steps")

// harmlessValue wants a value without CSS escapes, in which every function is known to
// load nothing, or refers to an element of the page. Attributes such as fill and mask are
// CSS to the browser, so url( has many spellings.
//
//omg:browser
func harmlessValue(value string) bool {
	if strings.ContainsRune(value, '\\') {
		return false
	}
	const enough = 64
	for range enough {
		i := strings.IndexByte(value, '(')
		if i < 0 {
			return true
		}
		name := functionName(value[:i])
		if strings.EqualFold(name, "url") && strings.HasSuffix(value[:i], name) {
			n := localURL(value[i+1:])
			if n == 0 {
				return false
			}
			i += n
		} else if name != "" && !functions[name] {
			return false
		}
		value = value[i+1:]
	}
	return !strings.Contains(value, "(")
}

// functionName returns the name at the end of s, but for the space after it.
//
//omg:browser
func functionName(s string) string {
	s = strings.TrimRight(s, space)
	i := len(s)
	for i > 0 && s[i-1] != '.' && isNameByte(s[i-1]) {
		i--
	}
	return s[i:]
}

//omg:browser
const space = " \t\n\f\r"

// localURL returns the length of what is between the parentheses of url(#id), with the
// closing one, or 0 if it is something else.
//
//omg:browser
func localURL(s string) int {
	inside, _, closed := strings.Cut(s, ")")
	id := strings.Trim(inside, space)
	if len(id) > 1 && (id[0] == '"' || id[0] == '\'') && id[len(id)-1] == id[0] {
		id = id[1 : len(id)-1]
	}
	if !closed || len(id) < 2 || id[0] != '#' || strings.ContainsAny(id, "\"'"+space) {
		return 0
	}
	return len(inside) + 1
}

// harmlessAddress allows a link to lead anywhere on the web, an image to come from there or
// to carry its data, and everything else to refer to the page only.
//
//omg:browser
func harmlessAddress(element, address string) bool {
	address = strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	// Browsers ignore line breaks within a scheme; a scheme that has some is on no list.
	scheme, _, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		scheme = ""
	}
	switch element {
	case "a":
		return schemes[strings.ToLower(scheme)]
	case "image", "feImage":
		return imageSchemes[strings.ToLower(scheme)] || isImageData(address)
	default:
		return strings.HasPrefix(address, "#")
	}
}

// isImageData reports whether an address carries a raster image.
//
//omg:browser
func isImageData(address string) bool {
	kind, found := strings.CutPrefix(strings.ToLower(address), "data:image/")
	i := strings.IndexAny(kind, ";,")
	return found && i >= 0 && imageKinds[kind[:i]]
}

//omg:browser
var imageKinds = set("png jpeg gif webp avif")

//omg:browser
var (
	schemes      = map[string]bool{"": true, "http": true, "https": true, "mailto": true, "tel": true}
	imageSchemes = map[string]bool{"": true, "http": true, "https": true}
)

//omg:browser
func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
