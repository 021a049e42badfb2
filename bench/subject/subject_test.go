package subject_test

import (
	"testing"

	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/bench/subject"
	"github.com/omg-go/omg/bridge"
)

func TestChangesAreWritten(t *testing.T) {
	hub := bridge.NewHub(bridge.Options{})
	rows := floor.Rows(20, 1)
	table := &subject.Table{Rows: rows}
	p, err := subject.Open(hub, table)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for range 2 {
		before, frames := p.Written()
		if err := p.Change(table, func() { rows[3].Label += "!" }); err != nil {
			t.Fatal(err)
		}
		after, more := p.Written()
		if more != frames+1 || after-before < 10 || after-before > 100 {
			t.Errorf("a changed label was written in %d frames of %d bytes", more-frames, after-before)
		}
		p.Confirm()
	}
}

func TestARowIsDrawnAlone(t *testing.T) {
	rows := subject.NewRows(floor.Rows(20, 1))
	p, err := subject.Open(bridge.NewHub(bridge.Options{}), rows)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	row := rows.Rows[7]
	if err := p.Change(row, func() { row.Label += "!" }); err != nil {
		t.Fatal(err)
	}
	if bytes, frames := p.Written(); frames != 1 || bytes > 100 {
		t.Errorf("%d frames, %d bytes", frames, bytes)
	}
}
