package bustest

import (
	"context"

	"github.com/omg-go/omg/bus"
)

var returnCases = []testCase{
	{"who comes back gets what changed, once a key, deletions too", "a short cut costs little and hides nothing", func(p *probe) {
		p.put("o.1", "a")
		p.put("o.2", "b")
		seen := p.put("o.3", "c")
		p.put("o.1", "d")
		p.put("o.1", "e")
		p.delete("o.2")
		p.put("p.1", "not asked for")
		events := p.watch("o.", seen)
		p.want(events, "o.1=e", "o.2 deleted", "synced")
		p.put("o.3", "f")
		p.want(events, "o.3=f")
	}},
	{"who missed nothing gets nothing", "a thousand pages come back after a blink", func(p *probe) {
		seen := p.put("o.1", "a")
		events := p.watch("o.", seen)
		p.want(events, "synced")
		p.wantQuiet(events)
	}},
	{"synced is a place to come back to", "a quiet prefix has no other revision", func(p *probe) {
		p.put("p.1", "x")
		synced := p.want(p.watch("o.", bus.Rev{}), "synced")
		p.put("o.1", "a")
		if synced.Rev.Epoch == "" {
			p.failf("synced has no epoch")
		}
		p.want(p.watch("o.", synced.Rev), "o.1=a", "synced")
	}},
	{"two returns in a row get nothing twice", "the second cut after a return replays the first", func(p *probe) {
		first := p.put("o.1", "a")
		p.put("o.2", "b")
		ctx, cancel := context.WithCancel(p.ctx)
		events, err := p.Watch(ctx, "o.", first)
		p.must(err)
		seen := p.want(events, "o.2=b").Rev
		cancel()
		wantClosed(p, events)
		p.want(p.watch("o.", seen), "synced")
	}},
	{"half a snapshot is a place to come back to", "a cut while a long list loads", func(p *probe) {
		p.put("o.1", "a")
		p.put("o.2", "b")
		p.put("o.3", "c")
		half := p.want(p.watch("o.", bus.Rev{}), "o.1=a")
		p.put("o.1", "d")
		p.want(p.watch("o.", half.Rev), "o.2=b", "o.3=c", "o.1=d", "synced")
	}},
	{"a key that went and came again is there", "a deletion that was undone is none", func(p *probe) {
		seen := p.put("o.1", "a")
		p.delete("o.1")
		p.put("o.1", "b")
		p.want(p.watch("o.", seen), "o.1=b", "synced")
	}},
	{"who was away too long is told so", "a deletion that nobody remembers is never seen", func(p *probe) {
		seen := p.put("o.1", "a")
		p.put("o.2", "b")
		p.delete("o.1")
		p.compact()
		_, err := p.Watch(p.ctx, "o.", seen)
		p.wantErr("return from before a compaction", err, bus.ErrCompacted)
		p.want(p.watch("o.", bus.Rev{}), "o.2=b", "synced")
	}},
	{"compaction costs nothing to who is here", "cleaning up makes everybody load everything", func(p *probe) {
		events := p.live("o.")
		p.put("o.1", "a")
		p.want(events, "o.1=a")
		p.delete("o.1")
		p.compact()
		p.put("o.2", "b")
		seen := p.want(events, "o.1 deleted", "o.2=b")
		p.want(p.watch("o.", seen.Rev), "synced")
	}},
	{"synced after a compaction is a place to come back to", "one compaction locks readers out for good", func(p *probe) {
		p.put("o.1", "a")
		p.delete("o.1")
		p.compact()
		synced := p.want(p.watch("o.", bus.Rev{}), "synced")
		p.put("o.2", "b")
		p.want(p.watch("o.", synced.Rev), "o.2=b", "synced")
	}},
	{"another history is told from ours", "numbers of a store that was replaced", func(p *probe) {
		seen := p.put("o.1", "a")
		_, err := p.Watch(p.ctx, "o.", bus.Rev{Epoch: seen.Epoch + "x", Seq: seen.Seq})
		p.wantErr("return with a foreign epoch", err, bus.ErrCompacted)
	}},
	{"the future is told from the past", "a store that lost its last writes", func(p *probe) {
		seen := p.put("o.1", "a")
		_, err := p.Watch(p.ctx, "o.", bus.Rev{Epoch: seen.Epoch, Seq: seen.Seq + 1000})
		p.wantErr("return from the future", err, bus.ErrCompacted)
	}},
}

func (p *probe) compact() { p.must(p.engine.Compact(p.Bus)) }
