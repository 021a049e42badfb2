package lib

//omg:browser
func Shown(n int) int { return n }

func Hidden(n int) int { return n }
