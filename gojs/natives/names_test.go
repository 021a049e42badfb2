package natives_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/omg-go/omg/gojs"
)

// Sections name each other; what they name of Go's source they must say, or it is
// missing where nothing else brings it.
func TestSectionsNameWhatThereIs(t *testing.T) {
	lib := gojs.Library()
	name := regexp.MustCompile(`(^|[^\w$.])([a-z]\w*\$[A-Za-z][\w$]*)`)
	comment := regexp.MustCompile(`(?m)//.*$`)
	for _, n := range lib.Names() {
		s := lib.Section(n)
		for _, m := range name.FindAllStringSubmatch(comment.ReplaceAllString(s.Text, ""), -1) {
			goName := strings.ReplaceAll(strings.Replace(m[2], "$", ".", 1), "_", "/")
			if lib.Section(m[2]) == nil && !slices.Contains(s.Needs, goName) {
				t.Errorf("%s names %s, which is no section: //omg:needs %s", n, m[2], goName)
			}
		}
	}
}
