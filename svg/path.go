package svg

import (
	"errors"
	"strings"
)

// Path returns an outline of any form.
//
//	svg.Path(svg.M(10, 90).Q(50, 10, 90, 90))
//
//omg:browser
func Path(d *Data) *Element {
	e := element("path").text("d", d.String())
	if d.err != nil {
		e.fail(d.err)
	}
	return e
}

// Data says how the pen goes that draws a [Path]. [M] begins one; its methods go on from
// where the pen is, and return it. Coordinates are absolute.
//
//omg:browser
type Data struct {
	b   []byte
	err error
}

// M begins a path at a point.
//
//omg:browser
func M(x, y float64) *Data { return new(Data).M(x, y) }

// D takes path data as SVG writes it.
//
//omg:browser
func D(s string) *Data {
	d := &Data{b: []byte(s)}
	if strings.Trim(s, "MmLlHhVvCcSsQqTtAaZz0123456789+-.eE, \t\r\n") != "" {
		d.err = errors.New("d: not path data")
	}
	return d
}

// String returns the data as SVG writes it.
func (d *Data) String() string { return string(d.b) }

// M lifts the pen and goes to a point.
func (d *Data) M(x, y float64) *Data { return d.step('M', x, y) }

// L draws a line to a point.
func (d *Data) L(x, y float64) *Data { return d.step('L', x, y) }

// H draws a line along the x axis.
func (d *Data) H(x float64) *Data { return d.step('H', x) }

// V draws a line along the y axis.
func (d *Data) V(y float64) *Data { return d.step('V', y) }

// C draws a cubic curve to a point, by two control points.
func (d *Data) C(x1, y1, x2, y2, x, y float64) *Data { return d.step('C', x1, y1, x2, y2, x, y) }

// S draws a cubic curve that goes on smoothly from the last one.
func (d *Data) S(x2, y2, x, y float64) *Data { return d.step('S', x2, y2, x, y) }

// Q draws a quadratic curve to a point, by one control point.
func (d *Data) Q(x1, y1, x, y float64) *Data { return d.step('Q', x1, y1, x, y) }

// T draws a quadratic curve that goes on smoothly from the last one.
func (d *Data) T(x, y float64) *Data { return d.step('T', x, y) }

// A draws a part of an ellipse that is turned by degrees. Of the four that lead to the
// point, large takes one of the longer, clockwise one that turns that way.
func (d *Data) A(rx, ry, degrees float64, large, clockwise bool, x, y float64) *Data {
	return d.step('A', rx, ry, degrees, bit(large), bit(clockwise), x, y)
}

// Z draws a line back to where the pen came down.
func (d *Data) Z() *Data { return d.step('Z') }

func (d *Data) step(letter byte, values ...float64) *Data {
	d.b = append(d.b, letter)
	for i, v := range values {
		if i > 0 {
			d.b = append(d.b, ' ')
		}
		var err error
		if d.b, err = appendNumber(d.b, v); err != nil && d.err == nil {
			d.err = err
		}
	}
	return d
}

//omg:browser
func bit(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
