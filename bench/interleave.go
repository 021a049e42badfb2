package bench

import "context"

// Side runs one round of one side and returns its samples.
type Side func(ctx context.Context) ([]float64, error)

// Interleave runs every side once a round and returns each side's samples. The
// side that goes first changes from round to round, so that none always runs
// on the caches and the heap that another left.
func Interleave(ctx context.Context, rounds int, sides ...Side) ([]Samples, error) {
	out := make([]Samples, len(sides))
	for round := range rounds {
		for k := range sides {
			i := (round + k) % len(sides)
			samples, err := sides[i](ctx)
			if err != nil {
				return nil, err
			}
			out[i] = append(out[i], samples)
		}
	}
	return out, nil
}
