#!/usr/bin/env bash
# Installs what the tests need beside Go: Chromium, Node and the npm dev tools.
# Does nothing where they are present.
set -euo pipefail
cd "$(dirname "$0")/.."

have() { command -v "$1" >/dev/null 2>&1; }

install() {
	have apt-get || { echo "setup: please install $* (no apt-get here)" >&2; exit 1; }
	local root=()
	[ "$(id -u)" = 0 ] || root=(sudo)
	echo "setup: installing $*"
	"${root[@]}" apt-get update -qq
	DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

have chromium || have chromium-browser || have google-chrome || install chromium fonts-dejavu-core fonts-noto-core
have node && have npm || install nodejs npm

if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
	npm ci --silent
fi
