package proc

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// CPU returns the time that the process has spent on processors so far. It adds
// up the scheduler's clocks of its threads, which count nanoseconds where
// /proc/PID/stat counts hundredths of a second.
func CPU(pid int) (time.Duration, error) {
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(files) == 0 {
		return 0, fmt.Errorf("proc: no CPU clock of process %d", pid)
	}
	var sum time.Duration
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			continue // the thread ended since
		}
		first, _, _ := bytes.Cut(b, []byte(" "))
		ns, err := strconv.ParseInt(string(first), 10, 64)
		if err != nil {
			return 0, fmt.Errorf("proc: %s: %w", name, err)
		}
		sum += time.Duration(ns)
	}
	return sum, nil
}

// Resident returns the bytes of the process that are in memory (VmRSS).
func Resident(pid int) (int64, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range bytes.Lines(b) {
		rest, ok := bytes.CutPrefix(line, []byte("VmRSS:"))
		if !ok {
			continue
		}
		kib, err := strconv.ParseInt(string(bytes.Fields(rest)[0]), 10, 64)
		return kib * 1024, err
	}
	return 0, fmt.Errorf("proc: no VmRSS of process %d", pid)
}

// Load returns the machine's load average of the last minute, 0 if unknown.
func Load() float64 {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return 0
	}
	first, _, _ := bytes.Cut(b, []byte(" "))
	load, _ := strconv.ParseFloat(string(first), 64)
	return load
}
