package svg

import (
	"strings"
	"time"
)

// An Animation changes the element in which it stands. It goes on whatever the system asks
// for: see the section on motion in the package's documentation.
//
//omg:browser
type Animation struct{ *Element }

// Value is what an attribute can be set to.
//
//omg:browser
type Value interface {
	float64 | int | string
}

// Animate changes an attribute smoothly through values, in one second if
// [Animation.Dur] does not say otherwise. Attributes that act or load are refused.
//
//	svg.Circle(50, 50, 4).Add(svg.Animate("r", 4, 1).Forever())
//
//omg:browser
func Animate[V Value](attribute string, values ...V) *Animation {
	a := animation("animate")
	a.Attr("attributeName", attribute)
	return through(a, values)
}

// AnimateTransform changes a transform: kind is translate, rotate, scale, skewX or skewY,
// and each value is a list of its numbers.
//
//omg:browser
func AnimateTransform(kind string, values ...string) *Animation {
	a := animation("animateTransform")
	a.Attr("attributeName", "transform")
	a.Attr("type", kind)
	return through(a, values)
}

// AnimateMotion moves the element along a path of the same drawing.
//
//omg:browser
func AnimateMotion(along *Element) *Animation {
	a := animation("animateMotion")
	a.Add(element("mpath").refer("href", along, refHash))
	return a
}

// Set changes an attribute at once: for good, or for [Animation.Dur].
//
//omg:browser
func Set[V Value](attribute string, to V) *Animation {
	a := &Animation{element("set")}
	a.Attr("attributeName", attribute)
	a.Attr("to", valueText(a, to))
	return a
}

//omg:browser
func animation(name string) *Animation {
	return (&Animation{element(name)}).Dur(time.Second)
}

//omg:browser
func through[V Value](a *Animation, values []V) *Animation {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = valueText(a, v)
	}
	if len(texts) == 2 {
		a.Attr("from", texts[0]).Attr("to", texts[1])
	} else {
		a.Attr("values", strings.Join(texts, ";"))
	}
	return a
}

//omg:browser
func valueText[V Value](a *Animation, v V) string {
	switch v := any(v).(type) {
	case float64:
		return a.numberText(v)
	case int:
		return a.numberText(float64(v))
	case string:
		return v
	}
	return ""
}

func (a *Animation) numberText(v float64) string {
	s, err := number(v)
	if err != nil {
		a.fail(err)
	}
	return s
}

// Dur says how long one run takes.
func (a *Animation) Dur(d time.Duration) *Animation { return a.time("dur", d) }

// Begin says when the first run begins, counted from when the drawing is loaded.
func (a *Animation) Begin(d time.Duration) *Animation { return a.time("begin", d) }

// Times says how often it runs. Once is the default.
func (a *Animation) Times(n float64) *Animation {
	a.number("repeatCount", n)
	return a
}

// Forever repeats it without end.
func (a *Animation) Forever() *Animation {
	a.text("repeatCount", "indefinite")
	return a
}

// Freeze keeps the last value when it has ended.
func (a *Animation) Freeze() *Animation {
	a.text("fill", "freeze")
	return a
}

func (a *Animation) time(name string, d time.Duration) *Animation {
	s, _ := number(d.Seconds())
	a.text(name, s+"s")
	return a
}
