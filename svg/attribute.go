package svg

import (
	"fmt"
	"regexp"
	"strings"
)

type attribute struct {
	name  string
	value string
	kind  attributeKind
	ref   *Element // what refHash and refURL refer to
}

type attributeKind uint8

const (
	plain   attributeKind = iota
	flag                  // without a value
	localID               // the element's own id, prefixed when drawn
	refHash               // "#id"
	refURL                // "url(#id)"
)

var attributeName = regexp.MustCompile(`^[a-zA-Z_][-a-zA-Z0-9_.]*(:[-a-zA-Z0-9_.]+)?$`)

// checkAttribute returns what is wrong with a name, which is a mistake of the program.
func checkAttribute(name, value string) error {
	lower := strings.ToLower(name)
	switch {
	case !attributeName.MatchString(name):
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
func animatable(name string) bool {
	lower := strings.ToLower(strings.TrimSpace(name))
	return !isHandler(lower) && lower != "style" && lower != "src" && !strings.HasSuffix(lower, "href")
}

// harmless reports whether a value may be drawn. It is asked about values that may be
// anybody's.
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

var (
	call      = regexp.MustCompile(`([-a-zA-Z0-9_]*)\s*\(`)
	localURL  = regexp.MustCompile(`(?i)url\(\s*["']?#[^"')\\\s]+["']?\s*\)`)
	imageData = regexp.MustCompile(`(?i)^data:image/(png|jpeg|gif|webp|avif)[;,]`)
)

// functions are those that load nothing.
var functions = set("rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp " +
	"translate rotate scale skewX skewY matrix translate3d perspective " +
	"blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia " +
	"circle ellipse inset polygon path cubic-bezier steps")

// harmlessValue wants a value without CSS escapes, in which every function is known to
// load nothing, or refers to an element of the page. Attributes such as fill and mask are
// CSS to the browser, so url( has many spellings.
func harmlessValue(value string) bool {
	if !strings.ContainsAny(value, `(\`) {
		return true
	}
	if strings.Contains(value, `\`) {
		return false
	}
	const enough = 64
	calls := call.FindAllStringSubmatch(localURL.ReplaceAllString(value, ""), enough+1)
	for _, m := range calls {
		if m[1] != "" && !functions[m[1]] {
			return false
		}
	}
	return len(calls) <= enough
}

// harmlessAddress allows a link to lead anywhere on the web, an image to come from there or
// to carry its data, and everything else to refer to the page only.
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
		return imageSchemes[strings.ToLower(scheme)] || imageData.MatchString(address)
	default:
		return strings.HasPrefix(address, "#")
	}
}

var (
	schemes      = map[string]bool{"": true, "http": true, "https": true, "mailto": true, "tel": true}
	imageSchemes = map[string]bool{"": true, "http": true, "https": true}
)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
