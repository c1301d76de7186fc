#!/usr/bin/env bash
# Everything that must hold before a change lands: format, warnings, the architecture, unit, integration and fault
# tests under the address and undefined sanitizers through both ODBC drivers, and a build without the window.
# Works offline but for packages and the wheel of Microsoft's driver. The last line is "N passed, N failed".
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$top/packaging/odbcdrivers.sh"
cd "$top"

passed=0
failed=0
check() { # check NAME COMMAND...: one counted step with its output kept for a failure
    local name=$1 log="build/test-logs/$1.log" teller
    shift
    say "$name"
    tell_progress "$log" &
    teller=$!
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        say "FAILED: $name; the end of its output:"
        tail -n 60 "$log" >&2
    fi
    stop_telling "$teller"
}

stop_telling() {
    kill "$1"
    wait "$1" 2>/dev/null
}

# tell_progress LOG: every two minutes, how far a step is and what runs for long, so that one that hangs shows where.
tell_progress() {
    while sleep 120; do
        say "$(date -u +%T) $(tail -n 1 "$1" | cut -c 1-140)"
        ps -o etime=,comm=,args= -p "$(pgrep -d , -x 'cc1plus|ld|moc|cmake|tst_.*')" 2>/dev/null |
            awk '{ what = ""; for (i = 3; i <= NF && what !~ /\.cpp$/; ++i) if ($i ~ /\.cpp$/ || $(i - 1) == "-o") what = $i
                   print $1, $2, what }' >&2
    done
}

format_is_kept() {
    git ls-files 'src/*.cpp' 'src/*.h' 'tests/*.cpp' 'tests/*.h' 'resources/*.cpp' |
        xargs clang-format-14 --dry-run -Werror
}

translations_are_current() {
    bash packaging/check-translations.sh
}

tidy_what_changed() {
    local base files
    base=$(git rev-list --max-count=1 --before='1 day ago' HEAD)
    files=$(git diff --name-only --diff-filter=d "${base:-HEAD}" -- 'src/*.cpp' | head -n "${TIDEMARK_TIDY_FILES:-12}")
    mkdir -p build/tidy # clang cannot read the header that gcc has precompiled
    sed -E 's/-Winvalid-pch -include [^ ]+//' build/asan/compile_commands.json >build/tidy/compile_commands.json
    [ -z "$files" ] || xargs -n 1 -P "$(nproc)" clang-tidy-14 -p build/tidy --quiet <<<"$files"
}

run_tests() {
    local log=build/test-logs/ctest.log
    say "tests (address and undefined sanitizers)"
    tell_progress "$log" &
    local teller=$!
    ctest --test-dir build/asan --parallel "$(nproc)" --output-on-failure --no-tests=error >"$log" 2>&1
    stop_telling "$teller"
    local summary
    summary=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+' "$log" | tail -n 1)
    if [ -z "$summary" ]; then
        tail -n 60 "$log" >&2
        failed=$((failed + 1))
        return
    fi
    local bad total
    bad=$(sed -E 's/.*passed, ([0-9]+) tests failed.*/\1/' <<<"$summary")
    total=$(sed -E 's/.*out of ([0-9]+).*/\1/' <<<"$summary")
    passed=$((passed + total - bad))
    failed=$((failed + bad))
    grep -hoE 'SKIP +: .*|skipped: .*' "$log" | sort | uniq -c >&2
    [ "$bad" -eq 0 ] || { grep -E 'FAIL!|Fatal|\(Failed\)|\(Timeout\)|ERROR: |Loc: |Actual|Expected' "$log" >&2; }
}

# Judges that share no code with Tidemark: a T-SQL grammar and a TDS client.
python_packages() {
    export TIDEMARK_PYTHON_PACKAGES=$top/build/python
    [ -f "$TIDEMARK_PYTHON_PACKAGES/.complete" ] && return 0
    if python3 -m pip install --quiet --disable-pip-version-check --upgrade --target "$TIDEMARK_PYTHON_PACKAGES" \
        sqlfluff==4.5.0 python-tds==1.17.1 pyOpenSSL >build/test-logs/pip.log 2>&1; then
        touch "$TIDEMARK_PYTHON_PACKAGES/.complete"
    else
        say "skipped: sqlfluff and python-tds: $(tail -n 1 build/test-logs/pip.log)"
    fi
}

install_packages "${build_packages[@]}" "${test_packages[@]}"
mkdir -p build/test-logs
odbc_drivers "$top/build/odbc-drivers"
python_packages
say "ODBC drivers: $(grep -o '^\[.*\]' "$ODBCSYSINI/odbcinst.ini" | tr -d '\n')"

export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
check format format_is_kept
check translations translations_are_current
check configure cmake --preset asan -DTIDEMARK_PCH=ON
check build timeout --kill-after=30 50m cmake --build --preset asan
if [ "$failed" -eq 0 ]; then
    run_tests
    check clang-tidy tidy_what_changed
fi
check configure-without-window cmake -S . -B build/headless -G Ninja -DCMAKE_BUILD_TYPE=Release -DTIDEMARK_GUI=OFF
check build-without-window cmake --build build/headless
check headless-starts build/headless/tidemark --version

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
