package memory

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/omg-go/omg/dom/internal/page"
)

// Null is JavaScript's null; undefined is nil.
var Null = page.Null

// Value makes a value of the page from a Go value of a basic kind. It panics
// if v is of another kind: conversions of those are package dom's business.
func Value(v any) any {
	if v == Null {
		return v
	}
	switch v := v.(type) {
	case nil, bool, float64:
		return v
	case string:
		return valid(v)
	case int:
		return float64(v)
	case *Object:
		if v == nil {
			return Null
		}
		return v
	}
	panic(fmt.Sprintf("dom: %T is no value of a page", v))
}

// valid replaces each byte that is not UTF-8 by U+FFFD, as text that enters a
// page is.
func valid(s string) string {
	return string([]rune(s))
}

// Text is what String(v) is in the page.
func Text(v any) string {
	if v == Null {
		return "null"
	}
	switch v := v.(type) {
	case nil:
		return "undefined"
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return formatNumber(v)
	case string:
		return v
	case *Object:
		return v.text()
	}
	panic(fmt.Sprintf("dom: %T is no value of a page", v))
}

// formatNumber prints as JavaScript does: the shortest digits that read back,
// with an exponent below 1e-6 and from 1e21 on.
func formatNumber(f float64) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	case f == 0:
		return "0"
	}
	if abs := math.Abs(f); abs >= 1e21 || abs < 1e-6 {
		s := strconv.FormatFloat(f, 'e', -1, 64)
		return strings.NewReplacer("e-0", "e-", "e+0", "e+").Replace(s)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// Number is what Number(v) is in the page.
func Number(v any) float64 {
	if v == Null {
		return 0
	}
	switch v := v.(type) {
	case bool:
		if v {
			return 1
		}
		return 0
	case float64:
		return v
	case string:
		return parseNumber(v)
	}
	return math.NaN()
}

// parseNumber knows what Number knows of text: space around, the empty text,
// signs, decimals, Infinity, and hexadecimal, octal, binary without a sign.
func parseNumber(s string) float64 {
	s = strings.Trim(s, " \t\n\r\v\f\u00a0\ufeff\u2028\u2029")
	if s == "" {
		return 0
	}
	if len(s) > 2 && s[0] == '0' && strings.ContainsRune("xXoObB", rune(s[1])) {
		if n, err := strconv.ParseUint(strings.ToLower(s), 0, 64); err == nil && !strings.Contains(s, "_") {
			return float64(n)
		}
		return math.NaN()
	}
	switch strings.TrimLeft(s, "+-") {
	case "Infinity":
		if s[0] == '-' {
			return math.Inf(-1)
		}
		return math.Inf(1)
	}
	if strings.Trim(s, "+-.0123456789eE") != "" {
		return math.NaN()
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(f, 0) {
		return math.NaN()
	}
	return f
}

// Truth is what Boolean(v) is in the page.
func Truth(v any) bool {
	if v == Null {
		return false
	}
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case float64:
		return v != 0 && !math.IsNaN(v)
	case string:
		return v != ""
	}
	return true
}

// TypeOf is what typeof v is in the page.
func TypeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "undefined"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case *Object:
		if v.call != nil {
			return "function"
		}
	}
	return "object"
}

// absent reports whether v is null or undefined.
func absent(v any) bool { return v == nil || v == Null }

// arg is the i-th argument, undefined if there is none.
func arg(args []any, i int) any {
	if i < len(args) {
		return args[i]
	}
	return nil
}
