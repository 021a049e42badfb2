// Classes and cases of all runes that Unicode 15 knows, as sums.
package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// newer reports whether a version of Unicode after 15, which is Go's, added the rune
// or changed it: pages know newer ones.
func newer(r rune) bool {
	for _, n := range []rune{0x19b, 0x264, 0x295, 0x88f, 0x897, 0xc5c, 0xcdc, 0x1b4e, 0x1b4f, 0x1b7f, 0x1c89, 0x1c8a, 0x20c1, 0x2427, 0x2428, 0x2429, 0x2b96, 0x2ffc, 0x2ffd, 0x2ffe, 0x2fff} {
		if r == n {
			return true
		}
	}
	return r >= 0x1acf && r < 0x1b00 || r >= 0xa7c0 && r < 0xa800
}

func main() {
	classes := map[string]func(rune) bool{"letter": unicode.IsLetter, "upper": unicode.IsUpper, "lower": unicode.IsLower, "title": unicode.IsTitle, "digit": unicode.IsDigit, "number": unicode.IsNumber,
		"punct": unicode.IsPunct, "symbol": unicode.IsSymbol, "mark": unicode.IsMark, "control": unicode.IsControl, "space": unicode.IsSpace, "graphic": unicode.IsGraphic, "print": unicode.IsPrint}
	for _, name := range []string{"letter", "upper", "lower", "title", "digit", "number", "punct", "symbol", "mark", "control", "space", "graphic", "print"} {
		is := classes[name]
		for block := rune(0); block < 0x3000; block += 0x100 {
			sum := 0
			for r := block; r < block+0x100; r++ {
				if !newer(r) && is(r) {
					sum = (sum*31 + int(r)) % 1000003
				}
			}
			fmt.Printf("%s %x %d\n", name, block, sum)
		}
		fmt.Println(name, is(-1), is(utf8.MaxRune+1), is(0xd800), is('世'), is('😀'))
	}
	for r := rune(-1); r < 0x3000; r++ {
		if newer(r) {
			continue
		}
		u, l, t, f := unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r)
		if u != r || l != r || t != r || f != r {
			fmt.Printf("%x %x %x %x %x\n", r, u, l, t, f)
		}
	}
	for r := rune(0xa640); r < 0xab70; r++ {
		if u, l := unicode.ToUpper(r), unicode.ToLower(r); !newer(r) && (u != r || l != r) {
			fmt.Printf("%x %x %x\n", r, u, l)
		}
	}
	for _, s := range []string{"straße", "İstanbul", "ŉ", "ǅ", "ΑΣ", "ᾳ ᾼ", "ﬀ", "a\xffB", "É\xc3", "日本"} {
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
	}
	fmt.Println(strings.EqualFold("Σς", "σΣ"), strings.EqualFold("K", "k"), strings.EqualFold("ß", "SS"))
}
