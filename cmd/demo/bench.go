package main

import (
	"net/http"

	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// benchCounter serves the counter alone.
func benchCounter(r *http.Request) (widget.Widget, error) {
	shell := server.ShellOf(r)
	shell.Title = "Counter, bare"
	shell.SetBody(bare)
	return &Counter{}, nil
}

// benchRows serves the table of js-framework-benchmark, keyed.
func benchRows(r *http.Request) (widget.Widget, error) {
	server.ShellOf(r).Title = "Rows, bare"
	return &Rows{}, nil
}
