package main

import (
	"errors"
	"fmt"
	"io"
	"sort"
)

type place struct{ line, col int }

type parseError struct {
	at   place
	what string
}

func (e parseError) Error() string { return fmt.Sprintf("%d:%d: %s", e.at.line, e.at.col, e.what) }

type limit struct{ n int }

func (e *limit) Error() string        { return fmt.Sprint("over ", e.n) }
func (e *limit) Is(target error) bool { return target == io.ErrShortBuffer }

type coded interface{ Code() int }

func (e parseError) Code() int { return e.at.line }

func main() {
	base := parseError{place{3, 4}, "odd"}
	err := fmt.Errorf("reading: %w", base)
	var got parseError
	fmt.Println(errors.As(err, &got), got, got == base, err)
	got.at.line = 9
	fmt.Println(base.at, errors.Is(err, base), errors.Is(err, got))
	var c coded
	fmt.Println(errors.As(err, &c), c.Code(), errors.Unwrap(err) == error(base))
	var l *limit
	both := errors.Join(err, nil, &limit{7})
	fmt.Println(errors.As(both, &l), l.n, errors.Is(both, io.ErrShortBuffer), errors.Is(both, io.EOF))
	fmt.Printf("%v|%q|%T\n", both, l, err)
	two := fmt.Errorf("%w and %w", io.EOF, base)
	fmt.Println(errors.Is(two, io.EOF), errors.As(two, &got), got.at.line, two)

	list := []parseError{{place{2, 0}, "b"}, {place{1, 0}, "a"}, {place{2, 0}, "c"}}
	first := &list[0]
	sort.SliceStable(list, func(i, j int) bool { return list[i].at.line < list[j].at.line })
	fmt.Println(list, *first)
}
