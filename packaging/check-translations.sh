#!/usr/bin/env bash
# Proves that the translations are current and complete: nothing in the sources is missing in translations/*.ts, nothing
# there is out of date, every text is translated with the same placeholders. With --refresh: brings the files up to
# date instead, for someone to fill in what is new. The window's English has the plurals only.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$top"

# What a person can meet in the window. The command line and the practice server speak English.
sources=(src/core src/odbc src/sqlserver src/csv src/storage src/config src/engine src/app src/gui forms)

lupdate=$(command -v lupdate6 || echo "$(qtpaths6 --query QT_HOST_BINS)/lupdate")
[ -x "$lupdate" ] || die "lupdate is missing; on Debian it is in the package qt6-l10n-tools"

# update FILE.ts: brings one file up to date with the sources.
update() {
    local only=()
    case "$1" in *_en.ts) only=(-pluralonly) ;; esac
    "$lupdate" -silent -no-obsolete -locations none -source-language en "${only[@]}" "${sources[@]}" -ts "$1"
}

if [ "${1:-}" = --refresh ]; then
    for file in translations/*.ts; do update "$file"; done
    exit
fi

copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
cp translations/*.ts "$copies"
for file in translations/*.ts; do
    copy=$copies/$(basename "$file")
    update "$copy"
    diff -u "$file" "$copy" >&2 ||
        die "$file is not current; run 'bash packaging/check-translations.sh --refresh' and translate what is new"
    python3 packaging/translationchecks.py "$file"
done
