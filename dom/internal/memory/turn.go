package memory

import "time"

// A page runs one task at a time: a timer's callback, a microtask. Here each has a
// goroutine, and the turn keeps them apart. A task that waits for something would,
// in a page, let others run; as a goroutine's waiting cannot be seen, a task loses
// the turn when the next one has waited for a grace.
type turn struct{ done chan struct{} }

// grace is much longer than a callback runs, and short as time that synctest makes
// pass.
const grace = 5 * time.Millisecond

// task runs f in its turn.
func (p *Page) task(f func()) {
	t := p.enterTurn()
	defer p.exitTurn(t)
	f()
}

func (p *Page) enterTurn() *turn {
	for {
		mine, other := p.tryTurn()
		if mine != nil {
			return mine
		}
		wait := time.NewTimer(grace)
		select {
		case <-other.done:
		case <-wait.C:
			p.leaveTurn(other)
		}
		wait.Stop()
	}
}

// tryTurn takes the turn, or says who has it.
func (p *Page) tryTurn() (mine, other *turn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.turn != nil {
		return nil, p.turn
	}
	p.turn = &turn{make(chan struct{})}
	return p.turn, nil
}

func (p *Page) exitTurn(t *turn) {
	p.leaveTurn(t)
	close(t.done)
}

func (p *Page) leaveTurn(t *turn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.turn == t {
		p.turn = nil
	}
}

// yield says that the running task is about to wait.
func (p *Page) yield() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.turn = nil
}
