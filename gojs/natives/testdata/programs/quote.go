// Quoting and unquoting, and integers as text.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	texts := []string{"", "abc", "a\"b'c`d", "\a\b\f\n\r\t\v\\", "\x00\x7f\x80\xff", "é😀\u2028\u00ad\ufeff\U000e0001", "\ufffd", "\xe2\x82", "\u0378", "ſﬀ", "`", "\x1b[0m", "日本語"}
	for _, s := range texts {
		q := strconv.Quote(s)
		back, err := strconv.Unquote(q)
		fmt.Println(q, strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), back == s, err, strconv.CanBackquote(s))
		for _, r := range s {
			fmt.Print(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r), " ")
		}
		fmt.Println(string(strconv.AppendQuote([]byte("<"), s)))
	}
	for _, s := range []string{`"a`, `'ab'`, `'a'`, "`a\r\nb`", `"\x4"`, `"\u00e9\U0001f600\101"`, `"\ud800"`, `'\''`, `"\'"`, `""`, ``, `'`} {
		u, err := strconv.Unquote(s)
		fmt.Println(s, strconv.Quote(u), err)
	}
	for _, s := range []string{"", "0", "-0", "+5", "123", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "0x1f", "0b101", "0o17", "017", "1_000", "1__0", "_1", "zz", "12 ", "9007199254740991"} {
		for _, base := range []int{0, 2, 8, 10, 16, 36} {
			i, err := strconv.ParseInt(s, base, 64)
			u, uerr := strconv.ParseUint(s, base, 32)
			b, berr := strconv.ParseInt(s, base, 8)
			fmt.Println(s, base, i, err, u, uerr, b, berr)
		}
	}
	for _, s := range []string{"12", "-12", "x", "", "9007199254740991", "007", "+7", "1e3"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, s := range []string{"1", "t", "TRUE", "0", "f", "False", "tRUE", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	for _, base := range []int{2, 3, 8, 10, 16, 36} {
		fmt.Println(strconv.FormatInt(-9223372036854775808, base), strconv.FormatUint(18446744073709551615, base), strconv.FormatInt(35, base), strconv.Itoa(-base))
	}
	fmt.Println(strconv.FormatComplex(complex(1, -2.5), 'g', -1, 128))
	c, err := strconv.ParseComplex("1.5-2i", 128)
	fmt.Println(c, err)
}
