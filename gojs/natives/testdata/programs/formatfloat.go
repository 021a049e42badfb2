// Writing floats: every verb at many precisions.
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	values := []float64{0, math.Copysign(0, -1), 1, -1, 0.125, 0.375, 2.5, 3.5, 1.005, 1e-7, 123456789, 1e20, 1e21, 1e22, 1.5e300, 5e-324, math.MaxFloat64, math.Pi, 0.1, 100, 1000000, 9999999.5, 0.00001234, 12345678901234567890, math.Inf(1), math.Inf(-1), math.NaN(), 0.5, 1.5, 4503599627370497.5, 0.000123456789}
	x := uint64(7)
	for range 60 {
		x = x*6364136223846793005 + 1442695040888963407
		values = append(values, math.Float64frombits(x))
		values = append(values, float64(int64(x>>40))/1024)
	}
	for _, f := range values {
		for _, verb := range "efgGEbxX" {
			line := string(verb)
			for _, prec := range []int{-1, 0, 1, 2, 3, 6, 10, 17, 25} {
				line += " " + strconv.FormatFloat(f, byte(verb), prec, 64)
				if prec < 3 {
					line += "/" + strconv.FormatFloat(f, byte(verb), prec, 32)
				}
			}
			fmt.Println(line)
		}
	}
}
