#!/usr/bin/env bash
# The quick half of the tests; `make test` sets up what they need first.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }

step lint
scripts/lint.sh
step generated files are fresh
scripts/gen.sh --check
step JavaScript types
npx --no-install tsc -p client
step JavaScript tests
log=$(mktemp)
trap 'rm -f "$log"' EXIT
node --test --test-reporter=spec client/test/ >"$log" || { sed -n '/failing tests/,$p' "$log"; exit 1; }
grep -E '^. (tests|pass|fail) ' "$log"
step Go tests
go test -race -shuffle=on -timeout 12m $(go list ./... | grep -v -e '/bench\b' -e '/cmd/omg$')
step what measures memory, takes many steps or runs the tool, without the race detector
# The tool has no goroutines of its own; how its compiler loads is raced in gojs.
go test -shuffle=on ./cmd/omg &
tool=$!
go test -run RetainedBytes ./widget
go test -run 'Histories|TwinIsSmall|LeaveNothing' ./mirror
wait $tool
go test -shuffle=on -timeout 5m ./bench/...
