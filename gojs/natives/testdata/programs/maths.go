// Package math at its corners, and where every implementation must agree.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	inf, nan, zero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	values := []float64{0, zero, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.49999999999999994, -0.49999999999999994, 3, 10, 1e15 + 0.5, 4503599627370497.5, 9007199254740993, 1e300, 2.2250738585072014e-308, inf, -inf, nan, math.MaxFloat64, 7.9999999999999, 1e-10}
	for _, x := range values {
		fmt.Println(x, math.Floor(x), math.Ceil(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Abs(x), math.Sqrt(x), math.Signbit(x), math.IsNaN(x), math.IsInf(x, 0), math.Cbrt(x) == math.Cbrt(x))
		frac, exp := math.Frexp(x)
		whole, part := math.Modf(x)
		fmt.Println(frac, exp, whole, part, math.Float64bits(x), math.Float32bits(float32(x)), math.Ldexp(x, 3), math.Logb(x), math.Nextafter(x, 2))
		for _, y := range values {
			fmt.Print(math.Mod(x, y), math.Max(x, y), math.Min(x, y), math.Copysign(x, y), math.Dim(x, y), math.Remainder(x, y), " ")
			if math.Abs(x) < 100 && math.Abs(y) < 5 {
				fmt.Printf("%.12g %.12g %.12g ", math.Pow(x, y), math.Atan2(x, y), math.Hypot(x, y))
			} else {
				fmt.Print(math.IsNaN(math.Pow(x, y)), math.IsInf(math.Pow(x, y), 0), math.IsInf(math.Hypot(x, y), 0), " ")
			}
		}
		fmt.Println()
		if math.Abs(x) < 50 {
			fmt.Printf("%.12g %.12g %.12g %.12g %.12g %.12g %.12g %.12g %.12g %.12g %.12g %.12g\n", math.Exp(x), math.Exp2(x), math.Expm1(x), math.Log(x), math.Log2(x), math.Log10(x), math.Log1p(x), math.Sin(x), math.Cos(x), math.Tan(x), math.Sinh(x), math.Tanh(x))
			fmt.Printf("%.12g %.12g %.12g %.12g %.12g %.12g %.12g %.10g %.12g\n", math.Asin(x), math.Acos(x), math.Atan(x), math.Cosh(x), math.Asinh(x), math.Acosh(x), math.Atanh(x), math.Gamma(x), math.Erf(x))
		} else {
			fmt.Println(math.Exp(x), math.Log2(x) > 1, math.Log10(x) > 1, math.Atan(x) > 1, math.Tanh(x))
		}
	}
	fmt.Println(math.FMA(0.1, 10, -1), math.FMA(1e16, 1e16, -1e32), math.Pow(-8, 1.0/3), math.Pow(0, -1), math.Pow(2, 1023), math.Exp(710), math.Log(-1))
	x := uint64(99)
	for range 40 {
		x = x*6364136223846793005 + 1442695040888963407
		a, b, c, d := x, uint32(x>>32), uint16(x>>48), uint8(x>>56)
		fmt.Println(bits.LeadingZeros64(a), bits.LeadingZeros32(b>>3), bits.LeadingZeros16(c), bits.LeadingZeros8(d), bits.TrailingZeros64(a<<5), bits.TrailingZeros32(b<<7), bits.OnesCount64(a), bits.OnesCount32(b), bits.OnesCount8(d), bits.Len64(a>>9), bits.Len32(b), bits.Len16(c), bits.Len8(d))
		fmt.Println(bits.Reverse64(a), bits.Reverse32(b), bits.Reverse16(c), bits.Reverse8(d), bits.ReverseBytes64(a), bits.ReverseBytes32(b), bits.RotateLeft64(a, -7), bits.RotateLeft32(b, 35), bits.RotateLeft16(c, 5), bits.RotateLeft8(d, -3))
		hi, lo := bits.Mul64(a, uint64(b))
		sum, carry := bits.Add64(a, lo, 1)
		diff, borrow := bits.Sub64(a, lo, 1)
		q, r := bits.Div64(uint64(d), lo, uint64(d)+uint64(c)+1000)
		fmt.Println(hi, lo, sum, carry, diff, borrow, q, r)
	}
	fmt.Println(bits.Len(255), bits.TrailingZeros(8), bits.OnesCount(255), bits.LeadingZeros64(0), bits.TrailingZeros64(0), bits.UintSize)
}
