#!/usr/bin/env python3
"""Checks the golden statements against what a real SQL Server takes, as far as that is known without one.

1. sqlfluff's tsql grammar parses every statement (told as skipped, exit 77, when sqlfluff is absent). The folder
   of a `pip install --target` may be named in TIDEMARK_PYTHON_PACKAGES.
2. Every function, type, system view, column of a system view, collation and @@variable is in tsql_reference.json.
3. CHANGETABLE is called as its grammar says: a name, then a variable or an integer, never an expression.

usage: check_statements.py FOLDER
"""
import json
import os
import pathlib
import re
import sys

TOKEN = re.compile(
    r"""(?P<string>N?'(?:[^']|'')*')
      | (?P<name>\[(?:[^\]]|\]\])*\])
      | (?P<variable>@@?\w+)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<space>\s+|--[^\n]*)
      | (?P<symbol><>|<=|>=|[-+*/=<>(),.;])""",
    re.VERBOSE,
)
# Words before a parenthesis that call nothing.
PLAIN_WORDS = {"IN", "AS", "FROM", "VALUES", "AND", "ON", "WHERE", "EXISTS", "ct", "a", "q"}


def tokens(sql):
    at = 0
    found = []
    while at < len(sql):
        match = TOKEN.match(sql, at)
        if not match:
            raise ValueError(f"no token at {sql[at:at + 20]!r}")
        if match.lastgroup != "space":
            found.append((match.lastgroup, match.group()))
        at = match.end()
    return found


def check_changetable(found, at):
    """( CHANGES name [. name] , variable|integer ) AS alias"""
    text = [value for _, value in found[at + 1 : at + 4]]
    if text[:2] != ["(", "CHANGES"]:
        return "does not begin with (CHANGES"
    at += 3
    if found[at][0] not in ("name", "word"):
        return "has no table"
    while found[at + 1][1] == ".":
        at += 2
    after = found[at + 1 : at + 6]
    if after[0][1] != "," or after[2][1] != ")" or after[3][1].upper() != "AS" or after[4][0] not in ("word", "name"):
        return "is not followed by one version, ) and AS alias"
    kind, value = after[1]
    if kind == "variable" or (kind == "number" and value.isdigit()):
        return None
    return f"has {value} as version, which is neither variable nor integer"


def check_references(found, reference):
    problems = []
    aliases = {}
    for i, (kind, value) in enumerate(found):
        following = found[i + 1][1] if i + 1 < len(found) else ""
        before = found[i - 1][1] if i else ""
        if kind == "word" and value == "sys" and following == ".":
            view = "sys." + found[i + 2][1]
            if view not in reference["views"]:
                problems.append(f"{view} is not in the list of system views")
            elif found[i + 3][1].upper() == "AS":
                aliases.setdefault(found[i + 4][1], set()).add(view)
        elif kind == "variable" and value.startswith("@@") and value not in reference["variables"]:
            problems.append(f"{value} is not in the list of variables")
        elif kind == "word" and before.upper() == "COLLATE" and value not in reference["collations"]:
            problems.append(f"{value} is not in the list of collations")
        elif kind == "word" and following == "(" and before != ".":
            known = value in reference["functions"] or value in reference["types"]["names"] or value in PLAIN_WORDS
            if not known:
                problems.append(f"{value}( is neither function nor type of the lists")
        if kind == "word" and value.upper() == "CHANGETABLE":
            problem = check_changetable(found, i)
            if problem:
                problems.append(f"CHANGETABLE {problem}")
    for i, (kind, value) in enumerate(found):
        if kind == "word" and value in aliases and found[i + 1][1] == "." and found[i + 2][0] == "name":
            column = found[i + 2][1][1:-1]
            if not any(column in reference["views"][view]["columns"] for view in aliases[value]):
                problems.append(f"{column} is no column of {' or '.join(sorted(aliases[value]))}")
    return problems


def statements(sql):
    """A batch's statements: aliases are a matter of one of them."""
    statement = []
    for token in tokens(sql):
        statement.append(token)
        if token[1] == ";":
            yield statement
            statement = []
    if statement:
        yield statement


def simple_names(sql):
    """sqlfluff's lexer does not know that ]] inside a name is one bracket; the tokens above do."""
    return re.sub(r"\[(?:[^\]]|\]\])*\]", lambda name: "[quoted]" if "]]" in name.group() else name.group(), sql)


def self_test(reference):
    """The checks must see what they are for."""
    bad = {
        "SELECT 1 FROM CHANGETABLE(CHANGES [a].[b], @x + 1) AS ct;": "CHANGETABLE",
        "SELECT 1 FROM CHANGETABLE(CHANGES [a].[b], 1.5) AS ct;": "CHANGETABLE",
        "SELECT 1 FROM CHANGETABLE(CHANGES [a].[b], 1);": "CHANGETABLE",
        "SELECT STRFTIME(1);": "STRFTIME",
        "SELECT x.[name] FROM sys.sqlite_master AS x;": "sys.sqlite_master",
        "SELECT d.[nome] FROM sys.databases AS d;": "nome",
        "SELECT @@NOTHING;": "@@NOTHING",
    }
    failures = []
    for sql, expected in bad.items():
        problems = check_references(next(statements(sql)) + [("symbol", "")] * 6, reference)
        if not any(expected in problem for problem in problems):
            failures.append(f"self test: {sql} passed")
    return failures


def main():
    folder = pathlib.Path(sys.argv[1])
    reference = json.loads((pathlib.Path(__file__).parent / "tsql_reference.json").read_text(encoding="utf-8"))
    files = sorted(folder.glob("*.sql"))
    if not files:
        print(f"no statements in {folder}")
        return 1
    problems = self_test(reference)
    for file in files:
        for statement in statements(file.read_text(encoding="utf-8")):
            problems += [f"{file.name}: {p}" for p in check_references(statement + [("symbol", "")] * 6, reference)]
    parsed = "not parsed, since sqlfluff is not installed"
    if "TIDEMARK_PYTHON_PACKAGES" in os.environ:
        sys.path.insert(0, os.environ["TIDEMARK_PYTHON_PACKAGES"])
    try:
        from sqlfluff.core import Linter
    except ImportError:
        Linter = None
    if Linter:
        linter = Linter(dialect="tsql")
        for file in files:
            result = linter.parse_string(simple_names(file.read_text(encoding="utf-8")))
            problems += [f"{file.name}: {violation}" for violation in result.violations]
        parsed = "parsed by sqlfluff"
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} problems, {parsed}")
    if problems:
        return 1
    return 0 if Linter else 77


if __name__ == "__main__":
    sys.exit(main())
