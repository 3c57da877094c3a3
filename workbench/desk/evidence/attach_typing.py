"""Parses evidence typed on one line: an address, a file or a note, followed by the options of the command."""

from __future__ import annotations

import re
from typing import Any

from workbench.core.errors import UnknownNameError, UsageError, printable
from workbench.core.hiding.local_paths import is_local
from workbench.desk.evidence.attaching import EvidenceGiven
from workbench.ports import Files

OPTIONS = ("quote", "page", "selector", "note", "title")
"""Options of the command."""

_QUOTED = r""""(?P<dq>[^"]*)"?|“(?P<cq>[^”]*)”?|'(?P<sq>[^']*)'(?=\s|$)"""
_OPTION = re.compile(rf"(?:^|\s)--(?P<name>[\w-]+)(?:[ =]\s*(?:{_QUOTED}|(?P<bare>(?!--)\S+)))?")


_FILE = re.compile(r"[^\s“”\"']+\.[A-Za-z][A-Za-z0-9]{1,4}")
"""One word with a suffix: taken as the name of a file, whether it exists or not, and not as a note."""


def read_typed(files: Files, typed: str) -> EvidenceGiven:
    """Parse a line of evidence.

    Args:
        files: The user's files: a line that names one is not taken as a note.
        typed: The line.

    Raises:
        UsageError: An option is unknown, or lacks its value.
    """
    first = _OPTION.search(typed)
    head = (typed[: first.start()] if first else typed).strip()
    given: dict[str, Any] = {}
    for found in _OPTION.finditer(typed, first.start() if first else len(typed)):
        name, value = found["name"], next((found[kind] for kind in ("dq", "cq", "sq", "bare") if found[kind]), "")
        given[name] = _value(name, value)
    if head and _is_place(files, head):
        return EvidenceGiven(place=head, **given)
    note = " ".join(part for part in (head, given.pop("note", "")) if part)
    return EvidenceGiven(note=note, **given)


def _is_place(files: Files, head: str) -> bool:
    web = EvidenceGiven(place=head).is_address
    named = is_local(head) or head.startswith("./") or _FILE.fullmatch(head) is not None
    return web or named or files.size(head) is not None


def _value(name: str, value: str) -> str | int:
    if name not in OPTIONS:
        raise UnknownNameError("option", name, list(OPTIONS))
    return page_typed(value) if name == "page" else value


def page_typed(value: str) -> int:
    """Read a typed page number, from 1. Raises UsageError."""
    if not value.isdecimal() or int(value[:9]) < 1:
        raise UsageError(f"“{printable(value, 20)}” is no page.", "Pages are counted from 1, as in --page 3.")
    return int(value[:9])


def next_typed(typed: str) -> str:
    """Complete the typed line with the next option that it does not have yet, cyclically.

    >>> next_typed("https://a.org"), next_typed('https://a.org --quote "'), next_typed('https://a.org --quote "x" --page ')
    ('https://a.org --quote "', 'https://a.org --page ', 'https://a.org --quote "x" --selector "')
    """
    left = re.sub(r'\s*--(?:quote|page|selector|note)\s*"?\Z', "", typed)
    there = {found["name"] for found in _OPTION.finditer(left)}
    bare = typed[len(left) :].strip().strip('"- ')
    order = [name for name in OPTIONS[:4] if name not in there]
    if not order:
        return typed
    after = order[(order.index(bare) + 1) % len(order)] if bare in order else order[0]
    return f"{left.rstrip()} --{after} " + ("" if after == "page" else '"')
