#!/usr/bin/env bash
# From a fresh clone to a running Tidemark on Debian 12 or later: installs what is missing, builds, shows a first
# sync with practice data, and opens the window when there is a display. Can be run again.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$top"

install_packages "${build_packages[@]}"

say "building build/release/tidemark"
cmake --preset release >build-quickstart.log 2>&1 || { cat build-quickstart.log >&2; die "configuring failed"; }
rm -f build-quickstart.log
cmake --build --preset release

say "a first sync, changes, and a second sync, with practice data"
build/release/tidemark demo

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "opening the window"
    exec build/release/tidemark
fi
say "no display here, so no window; try: build/release/tidemark --help"
