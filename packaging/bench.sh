#!/usr/bin/env bash
# Measures how live the window stays (tests/bench/windowbench.cpp), the practice server alone
# (tests/bench/practice_bench.py), then speed and memory of Tidemark beside its peers
# (tests/bench/bench.py, whose options it hands on), and says whether the aims are met. Everything is written to a folder
# on /dev/shm, which is removed at the end. Wants a quiet machine.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$top/packaging/odbcdrivers.sh"
cd "$top"

install_packages "${build_packages[@]}" "${test_packages[@]}"
mkdir -p build
odbc_drivers "$top/build/odbc-drivers"
cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DTIDEMARK_GUI=OFF -DTIDEMARK_TESTS=ON >/dev/null
cmake --build build/bench --target tidemark bench_contender
cmake -S . -B build/bench-window -G Ninja -DCMAKE_BUILD_TYPE=Release -DTIDEMARK_TESTS=ON >/dev/null
cmake --build build/bench-window --target windowbench
python3 -m pip install --quiet --disable-pip-version-check --upgrade --target build/bench-python \
    arrow-odbc==10.6.2 pyarrow || say "skipped: arrow-odbc"
export PYTHONPATH=$top/build/bench-python
work=$(mktemp -d -p /dev/shm)
trap 'rm -rf "$work"' EXIT
status=0
build/bench-window/tests/bench/windowbench || status=1
python3 tests/bench/practice_bench.py build/bench/tidemark || status=1
python3 tests/bench/bench.py build/bench "$work" "$@" || status=1
exit $status
