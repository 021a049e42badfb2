#!/usr/bin/env bash
# Writes every generated file again. With --check it fails when one of them
# differs from what is committed.
set -euo pipefail
cd "$(dirname "$0")/.."

go tool -modfile=tools/go.mod templ generate -include-version=false -log-level error
go generate ./bridge
go run ./cmd/omg generate ./... ./gojs/testdata/sample ./gojs/testdata/started

if [ "${1:-}" = --check ]; then
	stale=$(git status --porcelain -- '*_templ.go' '*_omg.go' 'bridge/shapes_*.go')
	if [ -n "$stale" ]; then
		printf 'generated files are stale (run make gen and commit):\n%s\n' "$stale" >&2
		exit 1
	fi
fi
