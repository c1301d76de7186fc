"""Fails on a text of a .ts file that is not translated, or whose placeholders, mnemonic or ends differ."""
import re
import sys
import xml.etree.ElementTree as ElementTree


def mistakes(message, is_plural_file):
    source = message.findtext("source") or ""
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    if translation.get("type") == "unfinished" or not all(forms):
        yield "is not translated"
        return
    for form in forms:
        for mark in set(re.findall(r"%(?:\d+|n)", source)) ^ set(re.findall(r"%(?:\d+|n)", form)):
            if mark != "%n" or not message.get("numerus"):
                yield f"{mark} stands in one of both only: {form!r}"
        if ("&" in source.replace("&&", "")) != ("&" in form.replace("&&", "")) and not is_plural_file:
            yield f"a mnemonic (&) stands in one of both only: {form!r}"
        for end in (".", "…", ":", "?"):
            if source.endswith(end) != form.endswith(end):
                yield f"one of both ends with {end!r}: {form!r}"


def main():
    bad = 0
    count = 0
    for path in sys.argv[1:]:
        for context in ElementTree.parse(path).getroot().findall("context"):
            for message in context.findall("message"):
                count += 1
                for mistake in mistakes(message, path.endswith("_en.ts")):
                    bad += 1
                    print(f"{path}: {context.findtext('name')}: {message.findtext('source')!r} {mistake}", file=sys.stderr)
    print(f"{count} texts, {bad} mistakes: {' '.join(sys.argv[1:])}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
