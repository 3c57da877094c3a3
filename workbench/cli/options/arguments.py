"""Preprocess the command line: move shared options, which may be anywhere, and refuse invalid UTF-8."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from workbench.core.errors import UsageError, printable

WITH_VALUE = ("--db", "--config", "--samples", "--record")
PLAIN = ("--offline", "--quiet")

OWN_FORMATS = ("read", "import", "export")
"""Verbs whose ``--format`` names a reader or an exporter; for other verbs that print, it can only mean JSON."""

ALSO_EXPORTED = ("claims", "show")
"""Verbs that print, and can also print in an exporter's format."""


def arranged(arguments: Sequence[str]) -> list[str]:
    """Rearrange the arguments for the parser.

    Raises:
        UsageError: A word is not UTF-8, or a shared option has no value.
    """
    _refuse_half_characters(arguments)
    front, rest = hoist(arguments)
    return [*front, *json_for_format(rest)]


def hoist(arguments: Iterable[str]) -> tuple[list[str], list[str]]:
    """Separate the shared options from the rest, so that ``workbench claims --db x`` is ``workbench --db x claims``.

    Everything after ``--`` is unchanged.

    >>> hoist(["claims", "--db", "x.db", "--json"])
    (['--db', 'x.db'], ['claims', '--json'])
    """
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in WITH_VALUE:
            front += [word, _value(word, next(words, None))]
        elif word in PLAIN or word.startswith(tuple(f"{option}=" for option in WITH_VALUE)):
            front.append(word)
        else:
            rest.append(word)
    return front, rest


def _value(option: str, value: str | None) -> str:
    """Return the value of an option. Another option in its place is a mistake, and would be taken for a file's name."""
    if value is None or value.startswith("--"):
        raise UsageError(f"{option} was given nothing.", f"Write its value after {option}.")
    return value


def json_for_format(words: Sequence[str]) -> list[str]:
    """Read ``--format json`` as ``--json`` where a verb prints and does not export.

    >>> json_for_format(["claims", "--format", "json"])
    ['claims', '--json']
    """
    if not words or words[0] in OWN_FORMATS:
        return list(words)
    given: list[str] = []
    rest = iter(words)
    for word in rest:
        option, equals, name = word.partition("=")
        if word == "--":
            given += [word, *rest]
        elif option == "--format":
            given += _format(words[0], name if equals else _value(option, next(rest, None)))
        else:
            given.append(word)
    return given


def _format(verb: str, name: str) -> list[str]:
    if name in {"json", "jsonl"}:
        return ["--json"]
    if verb in ALSO_EXPORTED:
        return ["--format", name]
    message = f"{printable(verb, 40)} prints for a reader or as JSON, not as {printable(name, 40)}."
    raise UsageError(message, "Write --json, or workbench export --format NAME for a report.")


def _refuse_half_characters(arguments: Sequence[str]) -> None:
    """Refuse bytes that are not UTF-8, except in file names: such words can be neither stored nor shown."""
    for word in arguments:
        if any("\ud800" <= letter <= "\udfff" for letter in word) and not os.path.lexists(word):
            raise UsageError(
                f"{printable(word, 80)} is not UTF-8 text.", "Write it again, or name a file that is there."
            )
