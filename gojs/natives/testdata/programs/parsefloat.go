// Reading floats.
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{
		"", "1", "+1", "-1", "1x", "1.1.", "1e23", "1E23", "100000000000000016777215", "100000000000000016777216", "1_2", "1__2", "_1", "0x1p-2", "0x_1F.8p3", "0x1",
		"1e-325", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623159e308", "1e400", "-1e400", "1e-400", ".e1", ".5", "5.", "-.5e-3",
		"inf", "+Inf", "-INFINITY", "infi", "nan", "NaN", "-nan", "1e", "1e+", "1e1000000000000", "0e1000000000000", "-0", "0.0000000000000000000000000000000000000000000001",
		"16777216.999999999", "16777217", "16777217.0000000000000000001", "16777218.99999", "16777219", "16777218.9999999999999999999", "3.4028235677973366e38", "3.4028236e38", "1.1754943508222875e-38", "7.006492321624085e-46", "7.0064923216240862e-46",
		"123456789012345678901234567890", "9007199254740993", "9007199254740992.99999999999999999", "0.1", "0.3", "2.2250738585072012e-308", "22.222222222222222", " 1", "1 ", "é", "\xff",
	} {
		f, err := strconv.ParseFloat(s, 64)
		g, err32 := strconv.ParseFloat(s, 32)
		fmt.Println(strconv.Quote(s), math.Float64bits(f), err, math.Float32bits(float32(g)), err32)
	}
	x := uint64(1)
	for range 300 {
		x = x*6364136223846793005 + 1442695040888963407
		f := math.Float64frombits(x)
		if math.IsNaN(f) {
			continue
		}
		s := strconv.FormatFloat(f, 'g', -1, 64)
		back, err := strconv.ParseFloat(s, 64)
		near := math.Float32frombits(uint32(x >> 32))
		t := strconv.FormatFloat(float64(near), 'e', -1, 32)
		back32, err32 := strconv.ParseFloat(t, 32)
		fmt.Println(s, back == f, err, t, float32(back32) == near, err32)
	}
}
