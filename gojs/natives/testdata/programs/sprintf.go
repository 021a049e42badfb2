// Verbs, flags, widths and precisions, of every kind of value.
package main

import (
	"errors"
	"fmt"
	"math"
	"time"
)

type (
	point  struct{ X, Y int }
	named  int
	texter string
	failer struct{ code int }
	inner  struct {
		P *point
		e error
		A any
		m map[string]int
	}
	goer   struct{ n int }
	formed struct{ n int }
	loud   struct{}
)

func (t texter) String() string { return "<" + string(t) + ">" }
func (f *failer) Error() string { return fmt.Sprint("code ", f.code) }
func (g goer) GoString() string { return "goer!" }
func (l loud) String() string   { panic("oops") }
func (f formed) Format(s fmt.State, verb rune) {
	w, ok := s.Width()
	p, okp := s.Precision()
	fmt.Fprint(s, "[", string(verb), w, ok, p, okp, s.Flag('+'), s.Flag('#'), s.Flag('-'), s.Flag(' '), s.Flag('0'), "]")
}

func main() {
	var nilErr *failer
	var none error
	values := []any{
		true, false, 0, 1, -1, 42, 1 << 40, int8(-128), int64(math.MinInt64), uint8(200), uint64(math.MaxUint64), uint(7), 'x', 'é', rune(0x1f600), rune(-1),
		0.0, 1.5, -2.25, 1e6, 1e21, 123456789.0, 1e-7, float32(0.1), math.Inf(1), math.NaN(), complex(1, -2), complex64(complex(0, 1)),
		"", "text", "é😀", "a\tb\"c", "\xff", []byte("hi"), []byte(nil), [3]byte{1, 2, 3},
		nil, []int(nil), []int{1, 2}, [2]bool{true, false}, []string{"a", "b c"}, []any{1, "x", nil}, map[string]int{"b": 2, "a": 1}, map[int]string(nil), map[point]bool{{1, 2}: true},
		point{1, 2}, &point{3, 4}, []point{{5, 6}}, struct{}{}, struct {
			A int
			b string
		}{1, "x"}, inner{P: nil, A: 1}, &inner{m: map[string]int{"k": 1}},
		named(3), texter("t"), []texter{"u"}, map[texter]texter{"k": "v"}, struct{ T texter }{"w"}, &failer{7}, nilErr, none, errors.New("plain"),
		goer{1}, []goer{{2}}, formed{3}, loud{}, time.Second + 500*time.Millisecond, time.Duration(0), []time.Duration{time.Minute}, time.March, time.Saturday,
		[][]int{{1}, {2, 3}}, []*int{nil}, (*int)(nil), (func())(nil), (chan int)(nil),
	}
	formats := []string{"%v", "%+v", "%#v", "%d", "%s", "%q", "%x", "%X", "%t", "%c", "%U", "%b", "%o", "%O", "%e", "%f", "%g", "%G",
		"%5v|", "%-5v|", "%05d|", "%+d", "% d", "%#x", "% x", "%#q", "%+q", "%.2f", "%8.3f|", "%-8.2f|", "%+.1e", "%08.2f", "%.3s|", "%6.2s|", "%-6s|", "%.0f", "%#g", "%6d|", "%-6d|", "%x", "%#U", "%3c|", "%+v", "% +d", "%08b", "%.5d", "%+.3g", "%020f", "%#o", "%#b", "%.10g", "%T"}
	for _, v := range values {
		for _, f := range formats {
			fmt.Printf("%s "+f+"\n", f[1:], v)
		}
	}
	fmt.Printf("%d %s\n", 1)
	fmt.Printf("%d\n", 1, "extra", 2.5)
	fmt.Printf("%!|%z|%-|%\n", 1)
	fmt.Printf("%[2]d %[1]d|%[3]*.[2]*[1]f|%[5]d|%[x]d\n", 1, 2, 3)
	fmt.Printf("%*d|%-*d|%.*f|%*d\n", 5, 1, 5, 2, 1, 2.55, "w", 3)
	fmt.Printf("%6.2f%%|%v%%\n", 12.345, 50)
	fmt.Print("a", 1, 2, "b", "c", 3.5, nil, nil, "\n")
	fmt.Print(1, 2, point{1, 2}, errors.New("x"), "s", texter("y"), 3, "\n")
	fmt.Println("a", 1, true, nil, []any{nil, 1}, point{})
	fmt.Printf("%w %v\n", errors.New("not here"), []error{errors.New("e1")})
	err := fmt.Errorf("a %w b %w", errors.New("1"), errors.New("2"))
	fmt.Println(err, errors.Unwrap(err))
	fmt.Println(fmt.Errorf("%w", nil), fmt.Errorf("%d %w", 1, "no error"))
	fmt.Println(string(fmt.Appendf(nil, "%03d", 7)), string(fmt.Append([]byte("x"), 1, 2)), string(fmt.Appendln(nil, "y")))
}
