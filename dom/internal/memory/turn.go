package memory

import "time"

// A page runs one task at a time: a timer's callback, a microtask. Here each has a
// goroutine, and the turn keeps them apart. A task that waits for something would,
// in a page, let others run; as a goroutine's waiting cannot be seen, a task loses
// the turn when the next one has waited for a grace.
type turn struct {
	over chan struct{}
	firm bool // nobody takes it away
}

// grace is much longer than a callback runs, and short as time that synctest makes
// pass.
const grace = 5 * time.Millisecond

// task runs f in its turn.
func (p *Page) task(f func()) { p.inTurn(false, f) }

// Task runs f as one task that keeps its turn however long it takes. Only a wait
// of package dom gives the turn away, so f must wait for nothing else.
func (p *Page) Task(f func()) { p.inTurn(true, f) }

func (p *Page) inTurn(firm bool, f func()) {
	t := p.enterTurn(firm)
	defer p.leaveTurn(t)
	f()
}

func (p *Page) enterTurn(firm bool) *turn {
	for {
		mine, other := p.tryTurn(firm)
		if mine != nil {
			return mine
		}
		p.await(other)
	}
}

// tryTurn takes the turn, or says who has it.
func (p *Page) tryTurn(firm bool) (mine, other *turn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.turn != nil {
		return nil, p.turn
	}
	p.turn = &turn{make(chan struct{}), firm}
	return p.turn, nil
}

// await waits until a turn is over, and ends it if its task may lose it.
func (p *Page) await(t *turn) {
	if t.firm {
		<-t.over
		return
	}
	wait := time.NewTimer(grace)
	defer wait.Stop()
	select {
	case <-t.over:
	case <-wait.C:
		p.leaveTurn(t)
	}
}

func (p *Page) leaveTurn(t *turn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.turn == t {
		p.endTurn()
	}
}

// yield says that the running task is about to wait.
func (p *Page) yield() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.turn != nil {
		p.endTurn()
	}
}

func (p *Page) endTurn() {
	close(p.turn.over)
	p.turn = nil
}
