package corpus

import (
	"bufio"
	"embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed testdata/*.txt
var data embed.FS

// Programs returns the list of programs.
func Programs() []string { return lines("programs.txt") }

// Golden returns what each program does in Go.
func Golden() map[string]Outcome {
	golden := map[string]Outcome{}
	for _, l := range lines("golden.txt") {
		f := strings.Fields(l)
		exit, _ := strconv.Atoi(f[1])
		golden[f[0]] = Outcome{exit, f[2]}
	}
	return golden
}

// Failures returns the programs that are known to differ, with the reason.
func Failures() map[string]string {
	failures := map[string]string{}
	for _, l := range lines("failures.txt") {
		name, reason, _ := strings.Cut(l, " ")
		failures[name] = reason
	}
	return failures
}

// FormatGolden is the form of a line of golden.txt.
func FormatGolden(name string, o Outcome) string {
	return fmt.Sprintf("%s %d %s", name, o.Exit, o.Digest)
}

func lines(name string) []string {
	f, err := data.Open("testdata/" + name)
	if err != nil {
		return nil
	}
	defer f.Close()
	var list []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if t := strings.TrimSpace(s.Text()); t != "" && t[0] != '#' {
			list = append(list, t)
		}
	}
	return list
}
