"""The place of a table that has no column of places: a national office's own table rarely says which nation.

The figures are compared with claims about a place, so one must be named, and a reader must know how it was found.
"""

from __future__ import annotations

from sources._cube.cube import Role
from sources._files.tables import FileTable
from sources._text.written_places import written_place
from workbench.core.errors import Problem
from workbench.core.place import place_name
from workbench.ports import Ask


def only_place(table: FileTable, ask: Ask, title: str) -> tuple[str, list[Problem]]:
    """The place of a table that names none: the one in its title or its file's name, else the one that was asked for."""
    if table.cube.of_role(Role.PLACE):
        return "", []
    named = _place_in(f"{table.cube.title} {table.name}") or _place_in(title)
    place = named or (ask.places[0] if ask.places else "")
    if not place:
        return "unnamed place", []
    why = f"its words name {place_name(place)}" if named else f"the claim is of {place_name(place)}"
    message = f"the table has no column of places; {why}, and its figures were taken to be of there."
    return place, [Problem(title, message, "Look whether they are.", "place-guessed")]


def _place_in(words: str) -> str:
    """The first place that some words name."""
    parts = words.replace("_", " ").replace("-", " ").replace(".", " ").split()
    for size in (4, 3, 2, 1):
        for start in range(len(parts) - size + 1):
            name = " ".join(parts[start : start + size]).strip("(),:;")
            code = written_place(name) if len(name) > 3 else None
            if code:
                return code
    return ""
