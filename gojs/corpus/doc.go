// Command corpus runs Go's own test programs through the compiler and prints
// "corpus: P of N pass".
//
//	go run ./gojs/corpus            compare with the kept outcomes and failures
//	go run ./gojs/corpus -golden    run the programs in Go and print the outcomes
//	go run ./gojs/corpus -v NAME…   run some and show what they print
package main
