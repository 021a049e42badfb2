package memory

import (
	"slices"
	"strings"
	"time"
)

var (
	consoleClass     = extend("Console", objectClass)
	performanceClass = extend("Performance", objectClass)
)

func init() {
	for name := range words("log info warn error debug") {
		consoleClass.methods[name] = locked(func(o *Object, args []any) any {
			o.page.print(name, args)
			return nil
		})
	}
	performanceClass.methods["now"] = locked(func(o *Object, _ []any) any { return o.page.since(time.Now()) })
}

// print keeps a line of the console; those that are not from log say so.
func (p *Page) print(kind string, args []any) {
	parts := make([]string, len(args))
	for i, v := range args {
		parts[i] = Text(v)
	}
	line := strings.Join(parts, " ")
	if kind != "log" {
		line = kind + ": " + line
	}
	p.console = append(p.console, line)
	if p.onLog != nil {
		p.onLog(line)
	}
}

// Console returns what was printed so far, and which pages, forms and reloads
// were asked for.
func (p *Page) Console() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.console)
}
