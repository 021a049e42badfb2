package svg

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

//omg:browser
var errNumber = errors.New("not a number")

// number writes v as the shortest decimal of single precision, which is what browsers
// compute with.
//
//omg:browser
func number(v float64) (string, error) {
	b, err := appendNumber(nil, v)
	return string(b), err
}

//omg:browser
func appendNumber(b []byte, v float64) ([]byte, error) {
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > math.MaxFloat32 {
		return b, errNumber
	}
	if math.Abs(v) < 1e-9 {
		return append(b, '0'), nil
	}
	return strconv.AppendFloat(b, v, 'f', -1, 32), nil
}

// list writes numbers with a space between them.
//
//omg:browser
func list(values ...float64) (string, error) {
	var b []byte
	for i, v := range values {
		if i > 0 {
			b = append(b, ' ')
		}
		var err error
		if b, err = appendNumber(b, v); err != nil {
			return "", err
		}
	}
	return string(b), nil
}

// A Length is a number with a unit, for the size of a drawing and of its text. Without a
// unit, as by [Units], it counts in the drawing's own coordinates.
//
//omg:browser
type Length struct {
	v    float64
	unit string
}

// Units returns a length in the coordinates of the drawing.
//
//omg:browser
func Units(v float64) Length { return Length{v, ""} }

// Px returns a length in CSS pixels.
//
//omg:browser
func Px(v float64) Length { return Length{v, "px"} }

// Em returns a length in sizes of the surrounding font.
//
//omg:browser
func Em(v float64) Length { return Length{v, "em"} }

// Rem returns a length in sizes of the page's font.
//
//omg:browser
func Rem(v float64) Length { return Length{v, "rem"} }

// Percent returns a length in hundredths of what it lies in or along.
//
//omg:browser
func Percent(v float64) Length { return Length{v, "%"} }

func (e *Element) length(name string, l Length) *Element {
	s, err := number(l.v)
	if err != nil {
		return e.fail(errNumber)
	}
	return e.text(name, s+l.unit)
}

// A ViewBox is the part of the drawing's plane that is shown.
//
//omg:browser
type ViewBox struct{ X, Y, Width, Height float64 }

// Box returns the view box with that corner and size.
//
//omg:browser
func Box(x, y, width, height float64) ViewBox { return ViewBox{x, y, width, height} }

func (e *Element) viewBox(b ViewBox) *Element {
	s, err := list(b.X, b.Y, b.Width, b.Height)
	if err != nil || b.Width < 0 || b.Height < 0 {
		return e.fail(errors.New("viewBox: not a box"))
	}
	return e.text("viewBox", s)
}

// A Point of the plane.
//
//omg:browser
type Point struct{ X, Y float64 }

// P is short for a Point.
//
//omg:browser
func P(x, y float64) Point { return Point{x, y} }

func (e *Element) points(points []Point) *Element {
	var all strings.Builder
	for i, p := range points {
		s, err := list(p.X, p.Y)
		if err != nil {
			return e.fail(errNumber)
		}
		if i > 0 {
			all.WriteByte(' ')
		}
		all.WriteString(s)
	}
	return e.text("points", all.String())
}
