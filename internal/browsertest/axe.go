package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/chromedp/chromedp"
)

// Axe runs axe-core on the page and fails the test for each violation of WCAG
// 2.2 A and AA and of what axe calls best practice. Rules that an open question
// keeps off are named in without.
func (p *Page) Axe(without ...string) {
	p.t.Helper()
	p.axe("", without)
}

// AxeBeside is [Page.Axe] for all but the elements that selector finds, and what
// is in them: parts that another page shows as well and that are large.
func (p *Page) AxeBeside(selector string) {
	p.t.Helper()
	p.axe(selector, nil)
}

func (p *Page) axe(beside string, without []string) {
	p.t.Helper()
	source, err := os.ReadFile(axePath())
	if err != nil {
		p.t.Fatalf("axe-core is not installed, see CONTRIBUTING: %v", err)
	}
	p.Do(chromedp.Evaluate[chromedp.Void](string(source)), chromedp.Evaluate[chromedp.Void](axeNews))
	type node struct {
		HTML           string `json:"html"`
		FailureSummary string `json:"failureSummary"`
	}
	violations := Eval[[]struct {
		ID    string `json:"id"`
		Help  string `json:"help"`
		Nodes []node `json:"nodes"`
	}](p, fmt.Sprintf(axeRun, scope(beside), off(without)))
	for _, v := range violations {
		for _, n := range v.Nodes {
			p.t.Errorf("axe: %s: %s\n%s\n%s", v.ID, v.Help, n.HTML, n.FailureSummary)
		}
	}
}

// axeNews has axe know an attribute that is younger than its older versions.
const axeNews = `axe.configure({ standards: { ariaAttrs: { "aria-actions": { type: "idrefs", allowEmpty: true, global: true } } } })`

// axeRun switches on target-size, which axe leaves off by default.
const axeRun = `axe.run(%s, {
	runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
	rules: { "target-size": { enabled: true }, ...%s },
	resultTypes: ["violations"],
}).then((r) => r.violations.map((v) => ({ id: v.id, help: v.help,
	nodes: v.nodes.map((n) => ({ html: n.html.slice(0, 300), failureSummary: n.failureSummary })) })))`

// scope is what axe looks at.
func scope(beside string) string {
	if beside == "" {
		return "document"
	}
	return "{ exclude: " + strconv.Quote(beside) + " }"
}

func off(rules []string) string {
	settings := map[string]map[string]bool{}
	for _, r := range rules {
		settings[r] = map[string]bool{"enabled": false}
	}
	text, err := json.Marshal(settings)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// axePath finds node_modules, which stands beside this module's packages.
func axePath() string {
	_, file, _, _ := runtime.Caller(0)
	root := strings.TrimSuffix(filepath.ToSlash(filepath.Dir(file)), "/internal/browsertest")
	return filepath.Join(filepath.FromSlash(root), "node_modules", "axe-core", "axe.min.js")
}
