#!/usr/bin/env bash
# Formats Go and templ files in place.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files '*.go' ':!:*_templ.go' ':!:gojs/testdata/*' | xargs gofmt -w
go tool -modfile=tools/go.mod templ fmt .
