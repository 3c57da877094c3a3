"""Read the migrations' statements in each database's own SQL, and the triggers (guards) that they create."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.store.migrations import REVISIONS

_FOLDER = Path(__file__).with_name("versions")
_TRIGGER = re.compile(r"^CREATE TRIGGER (\w+)", re.MULTILINE)


def statements(revision: str, dialect: str) -> list[str]:
    """Return the statements of one migration for a kind of database; a blank line ends a statement."""
    text = (_FOLDER / f"v{revision}_{dialect}.sql").read_text(encoding="utf-8")
    paragraphs = (_without_remarks(part) for part in text.split("\n\n"))
    return [part for part in paragraphs if part]


def guards(dialect: str) -> list[str]:
    """Return the names of the triggers that a database of that kind has."""
    return [name for revision in REVISIONS for part in statements(revision, dialect) for name in _TRIGGER.findall(part)]


def _without_remarks(paragraph: str) -> str:
    return "\n".join(line for line in paragraph.splitlines() if not line.startswith("--")).strip()
