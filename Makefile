# make demo   run the demo application on http://127.0.0.1:7500
# make test   everything a change must pass, in under 15 minutes on two cores
# Setting up Chromium, Node and the npm tools is part of it: scripts/setup.sh.

.PHONY: demo test test-long bench corpus fmt lint gen setup

demo:
	go run ./cmd/demo

setup:
	scripts/setup.sh

test: setup
	scripts/test.sh

test-long: setup
	scripts/test-long.sh

bench: setup
	go run ./bench/cmd

corpus: setup
	go run ./gojs/corpus

fmt:
	scripts/fmt.sh

lint:
	scripts/lint.sh

gen:
	scripts/gen.sh
