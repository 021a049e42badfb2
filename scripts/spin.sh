#!/usr/bin/env bash
# Checks the two models of bridge/testdata with spin: as they are they must
# hold, and with each of their mistakes (the M_ flags) they must not.
set -euo pipefail
cd "$(dirname "$0")/../bridge/testdata"

for tool in spin gcc; do
	command -v "$tool" >/dev/null || { echo "spin.sh: $tool is missing (apt-get install spin gcc)" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# check MODEL FLAGS… prints pan's verdict in $errors and $states.
check() {
	local model=$PWD/$1.pml
	shift
	(
		cd "$work"
		rm -f pan*
		spin -a "$@" "$model" >spin.out 2>&1 || { cat spin.out >&2; exit 1; }
		gcc -O2 -DSAFETY -DCOLLAPSE -DMEMLIM=6000 -o pan pan.c
		timeout 1800 ./pan -m1000000 >pan.out 2>&1 || true
	)
	if ! grep -q 'errors:' "$work/pan.out" || grep -q 'max search depth too small\|out of memory' "$work/pan.out"; then
		echo "spin.sh: $model $*: no verdict" >&2
		cat "$work/pan.out" >&2
		exit 1
	fi
	errors=$(sed -n 's/.*errors: \([0-9]*\).*/\1/p' "$work/pan.out")
	states=$(awk '/states, stored/ {print $1}' "$work/pan.out")
}

holds() {
	check "$@"
	if [ "$errors" = 0 ]; then
		echo "ok      $* ($states states)"
	else
		echo "VIOLATED $*: $(grep -m1 'pan:1:' "$work/pan.out")"
		failed=1
	fi
}

# caught MODEL FLAG… runs the model once with each mistake.
caught() {
	local model=$1 flag
	shift
	for flag in "$@"; do
		check "$model" "-D$flag"
		if [ "$errors" = 0 ]; then
			echo "MISSED  $model $flag ($states states)"
			failed=1
		else
			echo "caught  $model $flag ($(sed -n 's/^pan:1: //p' "$work/pan.out" | head -1))"
		fi
	done
}

holds resume -DNC=2 -DNM=2
holds resume -DNC=3 -DNM=2
caught resume $(grep -oE 'M_[A-Z_]+' resume.pml | grep -vx 'M_' | sort -u)
holds slots
caught slots $(grep -oE 'M_[A-Z_]+' slots.pml | grep -vx 'M_' | sort -u)
exit $failed
