#!/usr/bin/env bash
# Formatting and vet; prints what is wrong and how to mend it.
set -euo pipefail
cd "$(dirname "$0")/.."
bad=$(git ls-files '*.go' ':!:*_templ.go' ':!:gojs/testdata/*' | xargs gofmt -l)
if [ -n "$bad" ]; then
	echo "not formatted (run make fmt):" $bad >&2
	exit 1
fi
go vet ./...
