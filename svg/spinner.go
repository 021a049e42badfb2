package svg

import "math"

// Dots returns the drawing of [Spinner]: ten dots in a circle, the next always
// fainter. They go round by the rules of [Stylesheet].
//
//omg:browser
func Dots() *Element {
	const (
		size  = 20.0
		count = 10
		dot   = size / 10
	)
	d := New(Box(0, 0, size, size)).Size(Em(1), Em(1)).Attr("data-omg", "dots")
	for i := range count {
		angle := 2 * math.Pi * float64(i) / count
		x := size/2 + (size/2-dot)*math.Sin(angle)
		y := size/2 - (size/2-dot)*math.Cos(angle)
		d.Add(Circle(round(x), round(y), dot).Opacity(round(float64(i+1) / count)))
	}
	return d
}

// ring returns the drawing of [Progress]: a circle that closes.
//
//omg:browser
func ring(percent float64) *Element {
	const size, width = 20.0, 3.0
	circle := func() *Element {
		return Circle(size/2, size/2, (size-width)/2).Fill(None).Stroke(CurrentColor).StrokeWidth(width)
	}
	return New(Box(0, 0, size, size)).Size(Em(1), Em(1)).Attr("data-omg", "ring").Add(
		circle().StrokeOpacity(0.2),
		circle().StrokeCap(RoundCap).PathLength(100).Dash(percent, 200).
			Transform(RotateAbout(-90, size/2, size/2)).Opacity(bit(percent > 0)),
	)
}

// round keeps what can be seen.
//
//omg:browser
func round(v float64) float64 { return math.Round(v*1000) / 1000 }

// percentage of a value from 0 to 1, whole and within its bounds; nothing for no number.
//
//omg:browser
func percentage(value float64) float64 {
	if math.IsNaN(value) {
		return 0
	}
	return math.Round(100 * min(max(value, 0), 1))
}

//omg:browser
func percentText(value float64) string {
	s, _ := number(percentage(value))
	return s
}
