package bench_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/omg-go/omg/bench"
)

func TestStatistics(t *testing.T) {
	ten := []float64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"p10", bench.Percentile(ten, 0.1), 1},
		{"p90", bench.Percentile(ten, 0.9), 9},
		{"median of an even number", bench.Median(ten), 5.5},
		{"median of an odd number", bench.Median([]float64{3, 1, 2}), 2},
		{"geometric mean", bench.GeoMean([]float64{1, 4}), 2},
		{"ratio of paired rounds", bench.Ratio(bench.Samples{{2}, {40}, {6}}, bench.Samples{{1}, {10}, {3}}), 2},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s: got %v, want %v", c.name, c.got, c.want)
		}
	}
	if !math.IsNaN(bench.Median(nil)) || !math.IsNaN(bench.Percentile(nil, 0.5)) || !math.IsNaN(bench.GeoMean(nil)) {
		t.Error("no samples must give NaN")
	}
	if ten[0] != 10 {
		t.Error("samples were reordered")
	}
}

func TestInterleaveTakesTurnsAtGoingFirst(t *testing.T) {
	var order []string
	side := func(name string) bench.Side {
		return func(context.Context) ([]float64, error) {
			order = append(order, name)
			return []float64{float64(len(order))}, nil
		}
	}
	got, err := bench.Interleave(t.Context(), 3, side("a"), side("b"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "a b b a a b"; strings.Join(order, " ") != want {
		t.Errorf("order %v, want %s", order, want)
	}
	if want := []float64{1, 4, 5}; !slices.Equal(got[0].All(), want) {
		t.Errorf("side a got %v, want %v", got[0].All(), want)
	}
}

// script is a bench that answers one value a try.
func script(values ...float64) bench.Bench {
	try := 0
	return bench.Bench{
		Figures: []bench.Figure{{Name: "f", Goal: 1.5}},
		Measure: func(context.Context, int) (bench.Readings, error) {
			v := values[try]
			if try++; v < 0 {
				return nil, errors.New("broken")
			}
			return bench.Readings{"f": {Value: v}}, nil
		},
	}
}

func TestTriesDecide(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		line   string
		tries  int
	}{
		{"within the goal is measured once", []float64{1.2}, "f 1.20 1.50 ok", 1},
		{"one burst does not fail a figure", []float64{9, 1.2, 1.3}, "f 1.30 1.50 ok", 3},
		{"one lucky try does not pass it", []float64{9, 1.2, 1.6}, "f 1.60 1.50 over", 3},
		{"two tries have no median", []float64{1.6, 1.1, 1.8}, "f 1.60 1.50 over", 3},
		{"a failure is no value", []float64{-1, -1, -1}, "f - 1.50 over", 3},
		{"a failure is tried again", []float64{-1, 1.4}, "f 1.40 1.50 ok", 2},
		{"NaN is not ok", []float64{math.NaN(), math.NaN(), math.NaN()}, "f NaN 1.50 over", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			results := bench.Runner{Out: &out, Rounds: 1}.Run(t.Context(), []bench.Bench{script(c.values...)})
			if got := results[0].String(); got != c.line {
				t.Errorf("got %q, want %q", got, c.line)
			}
			if got := strings.Count(out.String(), "# f try"); got != c.tries {
				t.Errorf("%d tries printed, want %d:\n%s", got, c.tries, out.String())
			}
		})
	}
}

func TestSelectKeepsOnlyWhatIsWanted(t *testing.T) {
	b := bench.Bench{Figures: []bench.Figure{{Name: "a"}, {Name: "b"}}}
	got := bench.Select([]bench.Bench{b, b}, func(name string) bool { return name == "b" })
	if len(got) != 2 || len(got[0].Figures) != 1 || got[0].Figures[0].Name != "b" {
		t.Errorf("got %+v", got)
	}
	if got := bench.Select([]bench.Bench{b}, func(string) bool { return false }); got != nil {
		t.Errorf("got %+v, want none", got)
	}
}
