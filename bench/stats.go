package bench

import (
	"math"
	"slices"
)

// Percentile returns the sample below which the share p of the samples lies;
// NaN without samples. It leaves the samples as they are.
func Percentile(samples []float64, p float64) float64 {
	if len(samples) == 0 {
		return math.NaN()
	}
	s := slices.Sorted(slices.Values(samples))
	return s[int(float64(len(s)-1)*p)]
}

// Median returns the middle sample, of an even number the mean of the middle
// two; NaN without samples.
func Median(samples []float64) float64 {
	n := len(samples)
	if n == 0 {
		return math.NaN()
	}
	s := slices.Sorted(slices.Values(samples))
	return (s[(n-1)/2] + s[n/2]) / 2
}

// GeoMean returns the geometric mean of positive values; NaN without values.
func GeoMean(values []float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sum := 0.0
	for _, v := range values {
		sum += math.Log(v)
	}
	return math.Exp(sum / float64(len(values)))
}

// Samples holds what the rounds of one side found, round by round.
type Samples [][]float64

// All returns the samples of all rounds.
func (s Samples) All() []float64 { return slices.Concat(s...) }

// Ratio divides the medians of each pair of rounds and returns the median of
// these ratios. A slow stretch of the machine slows both sides of its round.
func Ratio(ours, floor Samples) float64 {
	var ratios []float64
	for i := range min(len(ours), len(floor)) {
		ratios = append(ratios, Median(ours[i])/Median(floor[i]))
	}
	return Median(ratios)
}
