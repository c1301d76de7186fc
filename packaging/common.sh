# Sourced by quickstart.sh and test.sh: what they share. Needs bash; changes nothing by itself.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '== %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# What a build needs on Debian 12 and later. qt6-charts-dev needs libqt6opengl6-dev, and does not say so.
build_packages=(cmake ninja-build g++ pkg-config git ca-certificates
    qt6-base-dev qt6-charts-dev libqt6opengl6-dev libqt6sql6-odbc libqt6svg6 qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    unixodbc-dev unixodbc odbcinst tdsodbc libexpected-dev libyaml-cpp-dev qtkeychain-qt6-dev
    libsqlite3-dev libssl-dev zlib1g-dev libzstd-dev)

# What the tests need besides.
test_packages=(clang-format-14 clang-tidy-14 clang-tidy freetds-bin python3 python3-pip python3-venv
    libkrb5-3 libgssapi-krb5-2 libasan8 libubsan1
    xvfb xdotool imagemagick dbus at-spi2-core gir1.2-atspi-2.0 python3-gi)

# install_packages NAME...: installs those that are missing; does not ask.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null || die "these packages are missing and there is no apt-get: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "run as root or install sudo; missing packages: ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq || die "apt-get update failed; see above"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null || die "apt-get install failed; see above"
}
