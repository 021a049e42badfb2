package samples

// Add is as small as a function gets.
//
//omg:browser
func Add(x, y int) int { return x + y }
