// Times in UTC: layouts, parsing, arithmetic, durations.
package main

import (
	"fmt"
	"time"
)

func main() {
	zone := time.FixedZone("XYZ", -5*3600-1800)
	times := []time.Time{{}, time.Unix(0, 0).UTC(), time.Date(2026, 11, 22, 14, 5, 9, 123456789, time.UTC), time.Date(1999, 2, 30, 25, 61, 61, 0, time.UTC), time.Date(2024, 2, 29, 0, 0, 0, 1, zone), time.Date(-5, 1, 1, 12, 0, 0, 0, time.UTC), time.Unix(-1, 999999999).In(zone), time.Date(12345, 6, 7, 8, 9, 10, 0, time.UTC)}
	layouts := []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMicro, time.DateTime, time.DateOnly, time.TimeOnly,
		"2006-002 __2 _2 2 02 Jan January 1 01 3:4:5 03:04:05 PM pm .000 .999 ,000000 06 Mon Monday Z0700 Z07:00:00 -07 MST é"}
	for _, t := range times {
		fmt.Println(t, t.Unix(), t.UnixMilli(), t.UnixNano(), t.Weekday(), t.YearDay(), t.IsZero())
		year, week := t.ISOWeek()
		fmt.Println(year, week, t.Truncate(time.Hour), t.Round(time.Minute), t.AddDate(1, 1, 1), t.Add(36*time.Hour), t.GoString())
		for _, layout := range layouts {
			s := t.Format(layout)
			back, err := time.Parse(layout, s)
			fmt.Println(s, back.UTC(), err)
		}
		for _, u := range times {
			fmt.Print(t.Sub(u), t.Before(u), t.Equal(u), t.Compare(u), " ")
		}
		js, err := t.MarshalText()
		fmt.Println(string(js), err)
	}
	for _, s := range []string{"2024-02-30T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T25:00:00Z", "2024-01-01", "x", "", "2024-01-01T00:00:00+01:00", "2024-01-01T00:00:00.5Z"} {
		t, err := time.Parse(time.RFC3339, s)
		fmt.Println(t, err)
	}
	for _, s := range []string{"1h2m3.5s", "-1.5h", "100ms", "1us2ns", "1µs", "0", "", "1", "x", "9223372036854775807ns", "9223372036854775808ns", ".5s", "-.s", "1h-1m"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Round(time.Second), d.Truncate(time.Minute), d.Abs())
	}
	for _, d := range []time.Duration{0, 1, 999, 1000, 1100, 2e6, 1<<63 - 1, -1 << 63, time.Minute, 3*time.Hour + time.Millisecond} {
		fmt.Println(d, fmt.Sprintf("%v %s %d", d, d, d))
	}
	fmt.Println(time.Month(13), time.Weekday(8), time.UTC, zone)
}
