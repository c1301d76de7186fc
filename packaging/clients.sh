#!/usr/bin/env bash
# Lets clients of other makers judge the practice server: tests/clients/judges.py, which ends with a table of clients,
# cases and passed. Argument: the program to judge; without one the release preset is built. What the clients need is
# fetched into build/clients with npm, go, mvn and pip; one whose tool is missing is told as skipped.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$top/packaging/odbcdrivers.sh"
cd "$top"

folder=$top/build/clients
mkdir -p "$folder/go"

fetch() { # fetch NAME TOOL COMMAND...: its output is kept for a failure
    local name=$1 log="$folder/$1.log"
    command -v "$2" >/dev/null || { say "skipped: $name: $2 is not installed"; return 0; }
    shift 2
    say "$name"
    "$@" >"$log" 2>&1 || say "skipped: $name: $(tail -n 1 "$log")"
}

python_clients() {
    python3 -m pip install --quiet --disable-pip-version-check --upgrade --target "$folder/python" \
        python-tds==1.17.1 pyOpenSSL==26.4.0 pyodbc==5.3.0
}

tedious() {
    npm install --prefix "$folder" --no-audit --no-fund --no-save tedious@19.2.2
}

go_mssqldb() (
    cd "$folder/go" && cp "$top"/tests/clients/*.go . || return
    [ -f go.mod ] || go mod init judges
    go get github.com/microsoft/go-mssqldb@v1.11.2 && go mod tidy && go build -o gomssqldb .
)

mssql_jdbc() {
    mvn --batch-mode --quiet dependency:copy -Dartifact=com.microsoft.sqlserver:mssql-jdbc:13.6.2.jre11 \
        -DoutputDirectory="$folder" -Dmdep.stripVersion=true &&
        javac -encoding UTF-8 -cp "$folder/mssql-jdbc.jar" -d "$folder/java" tests/clients/*.java
}

if [ $# -gt 0 ]; then
    program=$(realpath "$1")
else
    install_packages "${build_packages[@]}"
    cmake --preset release >/dev/null
    cmake --build --preset release
    program=$top/build/release/tidemark
fi
odbc_drivers "$top/build/odbc-drivers"
fetch python python3 python_clients
fetch tedious npm tedious
fetch go-mssqldb go go_mssqldb
fetch mssql-jdbc mvn mssql_jdbc
python3 tests/clients/judges.py "$program" "$folder"
