"""The place of a table that has no column of places: a national office's own table rarely says which nation.

The figures are compared with claims about a place, so one must be named, and a reader must know how it was found.
"""

from __future__ import annotations

from sources._cube.cube import Role
from sources._files.tables import FileTable
from workbench.core.errors import Problem
from workbench.core.place import UNNAMED_PLACE, place_name
from workbench.ports import Ask


def only_place(table: FileTable, ask: Ask, title: str) -> tuple[str, list[Problem]]:
    """Return the place of a table that names none: the one in its title or its file's name, else the one that was asked for."""
    if table.cube.of_role(Role.PLACE):
        return "", []
    place = table.home or (ask.places[0] if ask.places else "")
    if not place:
        return UNNAMED_PLACE, []
    why = f"its words name {place_name(place)}" if table.home else f"the claim is of {place_name(place)}"
    message = f"the table has no column of places; {why}, and its figures were taken to be of there."
    return place, [Problem(title, message, "Look whether they are.", "place-guessed")]
