"""Find the place of a table without a column of places: a national office's table rarely names its country.

Figures are compared with claims about a place, so one is needed, and a Problem says how it was found.
"""

from __future__ import annotations

from sources._cube.cube import Role
from sources._files.file_tables import FileTable
from workbench.core.errors import Problem
from workbench.core.place import UNNAMED_PLACE, place_name
from workbench.ports import Ask


def only_place(table: FileTable, ask: Ask, title: str) -> tuple[str, list[Problem]]:
    """Return the place of a table that names none: from its title or its file's name, else the requested one."""
    if table.cube.of_role(Role.PLACE):
        return "", []
    place = table.home or (ask.places[0] if ask.places else "")
    if not place:
        return UNNAMED_PLACE, []
    why = f"its words name {place_name(place)}" if table.home else f"the claim is of {place_name(place)}"
    message = f"the table has no column of places; {why}, and its figures were taken to be of there."
    return place, [Problem(title, message, "Look whether they are.", "place-guessed")]
