// Package gojs compiles Go to small, readable JavaScript.
package gojs
