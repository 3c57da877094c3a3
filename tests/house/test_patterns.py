"""Regular expressions are read by people: a long one is built from named parts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 150
"""Most characters of a literal part of a pattern: one line, and a little."""


def literal_parts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each literal part of the patterns that a module compiles."""
    for call in ast.walk(tree):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)  # only what may be it is written out again
            and call.func.attr == "compile"
            and ast.unparse(call.func) == "re.compile"
            and "re.VERBOSE" not in ast.unparse(call)
        ):
            pattern = call.args[0]
            pieces = pattern.values if isinstance(pattern, ast.JoinedStr) else [pattern]
            for piece in pieces:
                if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
                    yield call.lineno, piece.value


def test_long_patterns_are_built_from_named_parts():
    """No literal of a compiled pattern is longer than a line. Verbose patterns with comments are exempt."""
    long = [
        f"{file.relative_to(ROOT)}:{line}"
        for room in ("workbench", "sources")
        for file in sorted((ROOT / room).rglob("*.py"))
        if "compile" in (source := file.read_text(encoding="utf-8"))  # no other has a pattern that is compiled
        for line, text in literal_parts(ast.parse(source))
        if len(text) > LONGEST
    ]
    assert not long, "build these patterns from constants whose names say what they match"


def test_a_long_literal_is_found():
    """The check sees joined strings and f-strings, and lets named parts pass."""
    letters = "|".join("abcdefgh" * 20)
    bad, good = f're.compile(r"{letters}")', 're.compile(rf"(?:{_WORDS})")'
    found = [max(len(text) for _, text in literal_parts(ast.parse(code))) for code in (bad, good)]
    assert found[0] > LONGEST >= found[1]
