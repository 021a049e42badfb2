package memory

import (
	"sync"
	"time"

	"golang.org/x/net/html"
)

// A Page is a window with its document. Make it with [New].
type Page struct {
	mu   sync.Mutex
	idle sync.Cond // on mu: signalled when the queue is empty

	window   *Object
	document *Object
	tree     *html.Node
	objects  map[*html.Node]*Object
	born     time.Time

	queue   []func()
	running bool
	closed  bool
	timers  []*timer
	turn    *turn
	lastID  int

	active    *html.Node
	observers []*observer
	rects     map[*html.Node]Rect
	popovers  map[*html.Node]bool
	outOfView map[*html.Node]bool
	scroll    map[*html.Node][2]float64
	media     map[string]bool
	queries   []*Object
	sheets    *Object
	given     *Object
	history   history
	controls  map[*html.Node]*control
	console   []string
	clipboard string
	agent     string
	scripts   map[string]func() error
	onLog     func(line string)
}

// current holds the page that global names mean. Pages of tests nest; the
// mutex of package domtest keeps tests from sharing one.
var current struct {
	mu    sync.Mutex
	pages []*Page
}

// here is the page that global names mean. A test that made none has an empty
// one.
func here() *Page {
	current.mu.Lock()
	defer current.mu.Unlock()
	if len(current.pages) == 0 {
		current.pages = []*Page{New("")}
	}
	return current.pages[len(current.pages)-1]
}

// Enter makes p the current page until leave is called.
func (p *Page) Enter() (leave func()) {
	current.mu.Lock()
	defer current.mu.Unlock()
	before := current.pages
	current.pages = append(before[:len(before):len(before)], p)
	return func() {
		current.mu.Lock()
		defer current.mu.Unlock()
		current.pages = before
	}
}

// New makes a page from HTML, which is a whole document or what its body
// holds.
func New(source string) *Page {
	p := &Page{
		objects: map[*html.Node]*Object{}, born: time.Now(),
		rects: map[*html.Node]Rect{}, popovers: map[*html.Node]bool{}, outOfView: map[*html.Node]bool{}, scroll: map[*html.Node][2]float64{},
		controls: map[*html.Node]*control{}, media: map[string]bool{}, scripts: map[string]func() error{},
		agent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
	}
	p.idle.L = &p.mu
	p.tree = parse(source)
	p.document = p.node(p.tree)
	p.window = newWindow(p)
	return p
}

// later queues f as a microtask: it runs on the page's own goroutine after what
// was queued before. It is called with the lock held.
func (p *Page) later(f func()) {
	if p.closed {
		return
	}
	p.queue = append(p.queue, f)
	if !p.running {
		p.running = true
		go p.run()
	}
}

// run empties the queue. A callback that ends its goroutine (t.FailNow) leaves
// the rest undone, but nobody waiting.
func (p *Page) run() {
	emptied := false
	defer func() {
		if !emptied {
			p.stopped()
		}
	}()
	for f := p.next(); f != nil; f = p.next() {
		p.task(f)
	}
	emptied = true
}

// next takes the first of the queue. The last empty look and the end of running
// are one step, else what is queued in between would stay.
func (p *Page) next() func() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.queue) == 0 {
		p.rest()
		return nil
	}
	f := p.queue[0]
	p.queue = p.queue[1:]
	return f
}

func (p *Page) stopped() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rest()
}

func (p *Page) rest() {
	p.running = false
	p.idle.Broadcast()
}

// Wait waits until the page has nothing queued. Timers that are not yet due do
// not count.
func (p *Page) Wait() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.running {
		p.idle.Wait()
	}
}

// Close ends the page: timers stop, nothing is queued any more.
func (p *Page) Close() {
	p.mu.Lock()
	p.closed = true
	p.queue = nil
	for len(p.timers) > 0 {
		p.forget(p.timers[0].id)
	}
	p.mu.Unlock()
	p.Wait()
}
