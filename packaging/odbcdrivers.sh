# Sourced by test.sh. odbc_drivers FOLDER: writes FOLDER/etc/odbcinst.ini with FreeTDS and, where it can be had,
# Microsoft's ODBC Driver 18, and exports ODBCSYSINI; nothing outside FOLDER is touched. Microsoft's driver comes
# from a wheel on PyPI; its licence allows installing it for development and tests, not passing it on.

odbc_drivers() {
    local folder=$1 driver
    mkdir -p "$folder/etc"
    printf '[FreeTDS]\nDescription=FreeTDS\nDriver=libtdsodbc.so\n' >"$folder/etc/odbcinst.ini"
    export ODBCSYSINI=$folder/etc
    unset ODBCINSTINI ODBCINI
    if driver=$(microsoft_driver "$folder"); then
        printf '\n[ODBC Driver 18 for SQL Server]\nDescription=Microsoft ODBC Driver 18\nDriver=%s\n' "$driver" \
            >>"$folder/etc/odbcinst.ini"
    else
        say "skipped: Microsoft's ODBC Driver 18: $driver"
    fi
}

# Prints the path of the driver library and answers 0, or prints why it cannot be had and answers 1.
microsoft_driver() {
    local folder=$1 version=18.6.2.2 machine wheel library
    case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) machine=x86_64 ;;
    Linux-aarch64) machine=arm64 ;;
    *) echo "there is no build for $(uname -s) on $(uname -m)"; return 1 ;;
    esac
    library=$(find "$folder/microsoft/lib" -name 'libmsodbcsql-*.so.*' 2>/dev/null | head -n 1)
    if [ -z "$library" ]; then
        python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
            -d "$folder" "mssql-python-odbc==$version" >"$folder/pip.log" 2>&1 ||
            { echo "pip download failed: $(tail -n 1 "$folder/pip.log")"; return 1; }
        wheel=$(find "$folder" -maxdepth 1 -name "mssql_python_odbc-$version-*.whl" | head -n 1)
        rm -rf "$folder/unpacked" "$folder/microsoft"
        python3 -m zipfile -e "$wheel" "$folder/unpacked" || { echo "the wheel cannot be unpacked"; return 1; }
        wheel=$(find "$folder/unpacked" -type d -path "*linux/debian_ubuntu/$machine" | head -n 1)
        [ -n "$wheel" ] || { echo "the wheel holds no driver for $machine"; return 1; }
        mv "$wheel" "$folder/microsoft"
        # Debian's own libodbcinst serves; two of them in one process would be one too many.
        rm -rf "$folder/unpacked" "$folder/microsoft/lib/libodbcinst.so.2"
        library=$(find "$folder/microsoft/lib" -name 'libmsodbcsql-*.so.*' | head -n 1)
    fi
    [ -n "$library" ] || { echo "the driver's file is missing"; return 1; }
    if ldd "$library" | grep -q 'not found'; then
        echo "libraries are missing:$(ldd "$library" | awk '/not found/ { printf " " $1 }')"
        return 1
    fi
    echo "$library"
}
