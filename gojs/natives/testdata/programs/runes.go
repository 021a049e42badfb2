// Classes and cases of all runes that Unicode 15 knows, as sums.
package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	classes := map[string]func(rune) bool{"letter": unicode.IsLetter, "upper": unicode.IsUpper, "lower": unicode.IsLower, "title": unicode.IsTitle, "digit": unicode.IsDigit, "number": unicode.IsNumber,
		"punct": unicode.IsPunct, "symbol": unicode.IsSymbol, "mark": unicode.IsMark, "control": unicode.IsControl, "space": unicode.IsSpace, "graphic": unicode.IsGraphic, "print": unicode.IsPrint}
	for _, name := range []string{"letter", "upper", "lower", "title", "digit", "number", "punct", "symbol", "mark", "control", "space", "graphic", "print"} {
		is := classes[name]
		for block := rune(0); block < 0x3000; block += 0x100 {
			sum := 0
			for r := block; r < block+0x100; r++ {
				if is(r) {
					sum = (sum*31 + int(r)) % 1000003
				}
			}
			fmt.Printf("%s %x %d\n", name, block, sum)
		}
		fmt.Println(name, is(-1), is(utf8.MaxRune+1), is(0xd800), is('世'), is('😀'))
	}
	for r := rune(-1); r < 0x3000; r++ {
		u, l, t, f := unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r)
		if u != r || l != r || t != r || f != r {
			fmt.Printf("%x %x %x %x %x\n", r, u, l, t, f)
		}
	}
	for r := rune(0xa640); r < 0xab70; r++ {
		if u, l := unicode.ToUpper(r), unicode.ToLower(r); u != r || l != r {
			fmt.Printf("%x %x %x\n", r, u, l)
		}
	}
	for _, s := range []string{"straße", "İstanbul", "ŉ", "ǅ", "ΑΣ", "ᾳ ᾼ", "ﬀ", "a\xffB", "É\xc3", "日本"} {
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
	}
	fmt.Println(strings.EqualFold("Σς", "σΣ"), strings.EqualFold("K", "k"), strings.EqualFold("ß", "SS"))
}
