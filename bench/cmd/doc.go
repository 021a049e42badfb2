// Cmd measures the figures and ends with one line for each:
//
//	NAME VALUE GOAL ok|over
//
// A figure is named by what it measures and its unit. Usage:
//
//	go run ./bench/cmd                 # all figures
//	go run ./bench/cmd -list           # their names, goals and meaning
//	go run ./bench/cmd -only 'rows|go-call'
//	go run ./bench/cmd -rounds 30      # more rounds a try; the default is 15
//
// It needs Go and, for the figures in a browser, Chromium. The exit status is 1
// if a figure could not be measured.
package main
