package bus

import (
	"bytes"
	"context"
	"sync"
)

// topics carries messages that nobody keeps. A subscription is a channel with
// room for some messages; a full one loses the newest.
type topics struct {
	queue int

	mu     sync.Mutex
	subs   map[string]map[*subscription]struct{}
	closed bool
}

type subscription struct {
	topic   string
	out     chan []byte
	forsake func() bool // stops watching the context
}

func newTopics(queue int) *topics {
	return &topics{queue: queue, subs: make(map[string]map[*subscription]struct{})}
}

// Publish implements [Bus]. Its subscribers share one copy of message.
func (m *Memory) Publish(ctx context.Context, topic string, message []byte) error {
	if err := checkPut(ctx, topic, message); err != nil {
		return err
	}
	return m.topics.publish(topic, message)
}

// Subscribe implements [Bus].
func (m *Memory) Subscribe(ctx context.Context, topic string) (<-chan []byte, error) {
	if err := checkPut(ctx, topic, nil); err != nil {
		return nil, err
	}
	return m.topics.subscribe(ctx, topic)
}

func (t *topics) publish(topic string, message []byte) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return ErrClosed
	}
	subs := t.subs[topic]
	if len(subs) == 0 {
		return nil
	}
	message = bytes.Clone(message)
	for s := range subs {
		select {
		case s.out <- message:
		default:
		}
	}
	return nil
}

func (t *topics) subscribe(ctx context.Context, topic string) (<-chan []byte, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return nil, ErrClosed
	}
	s := &subscription{topic: topic, out: make(chan []byte, t.queue)}
	if t.subs[topic] == nil {
		t.subs[topic] = make(map[*subscription]struct{})
	}
	t.subs[topic][s] = struct{}{}
	s.forsake = context.AfterFunc(ctx, func() { t.drop(s) })
	return s.out, nil
}

func (t *topics) drop(s *subscription) {
	t.mu.Lock()
	defer t.mu.Unlock()
	set := t.subs[s.topic]
	if _, ok := set[s]; !ok {
		return // closed before
	}
	delete(set, s)
	if len(set) == 0 {
		delete(t.subs, s.topic)
	}
	close(s.out)
}

func (t *topics) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.closed = true
	for topic, set := range t.subs {
		for s := range set {
			s.forsake()
			close(s.out)
		}
		delete(t.subs, topic)
	}
}
