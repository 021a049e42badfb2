#!/usr/bin/env bash
# What takes longer than a change can wait for: every byte cut, the model
# checker, the whole compiler corpus, fuzzing.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }

step every byte cut, long simulations, ten thousand generated programs
OMG_LONG=1 go test -timeout 120m ./...
step spin models and their mutants
scripts/spin.sh
step compiler corpus
make corpus
step fuzzing
scripts/fuzz.sh
