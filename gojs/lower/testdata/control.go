package main

import "errors"

var errNone = errors.New("none")

func find(grid [][]int, want int) (x, y int, err error) {
outer:
	for i, row := range grid {
		for j := range row {
			switch {
			case row[j] == want:
				return i, j, nil
			case row[j] < 0:
				continue outer
			case row[j] > 1000:
				break outer
			}
		}
	}
	return 0, 0, errNone
}

func kind(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case int, string:
		return "plain"
	case error:
		return v.Error()
	}
	return "other"
}

func safely(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("panicked")
		}
	}()
	f()
	return nil
}

func retry(n int) int {
again:
	n--
	if n > 0 {
		goto again
	}
	return n
}

func main() {}
