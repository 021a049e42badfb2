// Package strings and bytes on a few texts that have all corners.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

func main() {
	texts := []string{"", "a", "abc", "aaa", "a,b,,c", "  x \t\n", "\u00a0é\u2003", "é😀é", "\xff\xfe", "a\xc3", "ABCabc", "Hello, 世界", "\u0085 x\u0085", "-\ufeff-", "ÿ"}
	for _, s := range texts {
		fmt.Printf("%q %q %q %q %d\n", strings.TrimSpace(s), strings.Fields(s), strings.ToUpper(s), strings.ToLower(s), strings.Count(s, ""))
		fmt.Printf("%q %q %q\n", strings.Repeat(s, 2), strings.ToValidUTF8(s, "?"), strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r + 1
		}, s))
		fmt.Printf("%q %q\n", strings.FieldsFunc(s, unicode.IsPunct), bytes.ToUpper([]byte(s)))
		for _, t := range []string{"", "a", ",", "é", "😀", "\xff", "abc", "bc", " "} {
			fmt.Print(strings.Index(s, t), strings.LastIndex(s, t), strings.Count(s, t), strings.Contains(s, t), strings.HasPrefix(s, t), strings.HasSuffix(s, t),
				strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.ContainsAny(s, t), strings.Compare(s, t), strings.EqualFold(s, t), " ")
			fmt.Printf("%q %q %q %q %q %q", strings.Split(s, t), strings.SplitN(s, t, 2), strings.SplitAfter(s, t), strings.ReplaceAll(s, t, "<>"), strings.Replace(s, t, "-", 1), strings.SplitAfterN(s, t, 2))
			before, after, found := strings.Cut(s, t)
			fmt.Printf(" %q %q %v %q %q %q %q %q\n", before, after, found, strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
			b, u := []byte(s), []byte(t)
			fmt.Println(bytes.Index(b, u), bytes.LastIndex(b, u), bytes.Count(b, u), bytes.Contains(b, u), bytes.Equal(b, u), bytes.Compare(b, u), bytes.HasPrefix(b, u), bytes.HasSuffix(b, u), bytes.IndexAny(b, t))
			fmt.Printf("%q %q %q %q\n", bytes.Split(b, u), bytes.ReplaceAll(b, u, []byte("+")), bytes.Trim(b, t), bytes.Join(bytes.Fields(b), u))
		}
		for _, r := range s {
			fmt.Print(strings.IndexRune(s, r), strings.ContainsRune(s, r), strings.IndexByte(s, byte(r)), strings.LastIndexByte(s, byte(r)), " ")
		}
		r := strings.NewReplacer("a", "1", "b", "2", "é", "e", "", "_")
		fmt.Printf("%q %q\n", r.Replace(s), strings.NewReplacer("a", "b", "b", "a").Replace(s))
		for part := range strings.SplitSeq(s, ",") {
			fmt.Printf("%q ", part)
		}
		for part := range strings.FieldsSeq(s) {
			fmt.Printf("%q ", part)
		}
		fmt.Println(strings.IndexFunc(s, unicode.IsUpper), strings.LastIndexFunc(s, unicode.IsLetter))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d-", 1)
	b.WriteByte(0xff)
	b.WriteRune('é')
	n, err := b.WriteString("x")
	fmt.Printf("%q %d %d %v\n", b.String(), b.Len(), n, err)
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	line, err := buf.ReadString(' ')
	fmt.Printf("%q %v %q %d\n", line, err, buf.String(), buf.Len())
	rd := strings.NewReader("aé")
	for {
		c, size, err := rd.ReadRune()
		fmt.Print(c, size, err, " ")
		if err != nil {
			break
		}
	}
	fmt.Println()
}
