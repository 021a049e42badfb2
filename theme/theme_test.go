package theme_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/omg-go/omg/theme"
)

// pairs lists what stands on what: contrast is computed from the tokens, so
// that a changed colour cannot ship unreadable. WCAG 2.2: 4.5 for text (1.4.3),
// 3 for the edges of controls (1.4.11).
var pairs = []struct {
	on    string
	least float64
	ink   []string
}{
	{"bg", 4.5, []string{"fg", "muted", "accent", "accent-hover", "danger", "success", "warn"}},
	{"surface", 4.5, []string{"fg", "muted", "accent", "accent-hover", "danger", "success", "warn"}},
	{"sunken", 4.5, []string{"fg", "muted", "accent"}},
	{"hover", 4.5, []string{"fg", "muted", "accent"}},
	{"accent", 4.5, []string{"on-accent"}},
	{"accent-hover", 4.5, []string{"on-accent"}},
	{"accent-soft", 4.5, []string{"fg", "accent", "muted"}},
	{"danger", 4.5, []string{"on-danger"}},
	{"danger-hover", 4.5, []string{"on-danger"}},
	{"danger-soft", 4.5, []string{"fg", "danger"}},
	{"success-soft", 4.5, []string{"fg", "success"}},
	{"warn-soft", 4.5, []string{"fg", "warn"}},
	{"bg", 3, []string{"edge"}},
	{"surface", 3, []string{"edge"}},
}

func TestContrast(t *testing.T) {
	colors := tokens(t, "color")
	for _, p := range pairs {
		for _, ink := range p.ink {
			for i, scheme := range []string{"light", "dark"} {
				if c := contrast(colors[ink][i], colors[p.on][i]); c < p.least {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", scheme, ink, p.on, c, p.least)
				}
			}
		}
	}
}

func TestCodeContrast(t *testing.T) {
	sunken := tokens(t, "color")["sunken"]
	for name, color := range tokens(t, "code") {
		for i := range color {
			if c := contrast(color[i], sunken[i]); c < 4.5 {
				t.Errorf("code-%s has a contrast of %.2f in scheme %d", name, c, i)
			}
		}
	}
}

var physical = regexp.MustCompile(`(?m)[\s{;](margin|padding|border)?-?(left|right|top|bottom|width|height|(min|max)-(width|height))(-[a-z-]+)?\s*:.*$`)

// TestLogicalProperties keeps the theme the same for right-to-left pages.
func TestLogicalProperties(t *testing.T) {
	for _, m := range physical.FindAllString(theme.Stylesheet(), -1) {
		t.Errorf("physical property: %s", strings.TrimSpace(m))
	}
}

// TestLayers finds a rule outside the layers: it would win over applications'.
func TestLayers(t *testing.T) {
	depth := 0
	for line := range strings.Lines(theme.Stylesheet()) {
		if depth == 0 && strings.Contains(line, "{") && !strings.HasPrefix(line, "@layer ") {
			t.Errorf("outside a layer: %s", line)
		}
		depth += strings.Count(line, "{") - strings.Count(line, "}")
	}
	if depth != 0 {
		t.Errorf("%d braces are open at the end", depth)
	}
}

// TestTokensAreDefined finds a var() whose token nobody set.
func TestTokensAreDefined(t *testing.T) {
	css := theme.Stylesheet()
	for _, m := range regexp.MustCompile(`var\((--[a-z0-9-]+)\)`).FindAllStringSubmatch(css, -1) {
		if !strings.Contains(css, m[1]+":") {
			t.Errorf("%s is used and never set", m[1])
		}
	}
}

// tokens returns the first definition of each --omg-KIND-NAME, light and dark.
func tokens(t *testing.T, kind string) map[string][2]string {
	t.Helper()
	found := map[string][2]string{}
	token := regexp.MustCompile(`--omg-` + kind + `-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)`)
	for _, m := range token.FindAllStringSubmatch(theme.Stylesheet(), -1) {
		if _, again := found[m[1]]; !again {
			found[m[1]] = [2]string{m[2], m[3]}
		}
	}
	if len(found) < 5 {
		t.Fatalf("only %d tokens of kind %s found", len(found), kind)
	}
	return found
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
