"""The help page: every key of the previous screen, from its active bindings, with its twin on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from textual.binding import ActiveBinding, Binding

from workbench.core.rating import Rating
from workbench.tui.command_keys import EVERY, Command
from workbench.tui.lines.line import BLANK, Line, line, say
from workbench.tui.lines.wrap import cells, fit

KeyName = Callable[[Binding], str]


TWO_COLUMNS = 104
"""Width in cells from which commands stand beside the keys, and not below them."""

NOT_ONES = frozenset({"app.palette", "app.help"})
"""Commands that show commands, and are left out of the page."""

NOWHERE = frozenset({"scroll_left", "scroll_right", "page_left", "page_right"})
"""Textual's actions that no pane uses."""

GROUPS = {
    "bench": "Bench",
    "library": "Library",
    "list": "In a list",
    "candidates": "In the candidates",
    "claims": "In the list of claims",
    "app": "Everywhere",
    "screen": "Screens that open from anywhere",
    "": "Scrolling and the rest",
}
"""The parts of the page, by the first part of a command's id, in order."""


@dataclass(frozen=True, slots=True)
class Context:
    """Values for the command lines: the ids of the selected claim and document, and the rating of each digit."""

    claim: str
    ratings: Mapping[str, Rating]
    document: str = ""


def help_lines(live: Iterable[ActiveBinding], key_name: KeyName, context: Context, width: int) -> list[Line]:
    """Return the active keys, with what each does and its twin, part by part.

    Args:
        live: The active bindings.
        key_name: Returns a binding's key as shown to users.
        context: What to fill in.
        width: Width in cells; on a narrow page, twins are below the keys.
    """
    groups: dict[str, list[Line]] = {}
    for keys, binding in _by_command(live, key_name).values():
        name, dot, _ = (binding.id or "").partition(".")
        groups.setdefault(name if dot and name in GROUPS else "", []).extend(_rows(keys, binding, context, width))
    known = [(title, groups[name]) for name, title in GROUPS.items() if name in groups]
    return [part for title, rows in known for part in (line(say(title, "head")), *rows, BLANK)]


def _by_command(live: Iterable[ActiveBinding], key_name: KeyName) -> dict[str, tuple[list[str], Binding]]:
    """Return commands with all their keys."""
    found: dict[str, tuple[list[str], Binding]] = {}
    for active in live:
        binding = active.binding
        if binding.description and not binding.system and binding.action not in NOWHERE:
            keys, _ = found.setdefault(binding.id or binding.action, ([], binding))
            if (name := key_name(binding)) not in keys:
                keys.append(name)
    return found


def _rows(keys: list[str], binding: Binding, context: Context, width: int) -> list[Line]:
    command, rating = EVERY.get(binding.id or ""), rating_of(binding.id or "", context.ratings)
    means = meaning(command, context.ratings) if command else f"{binding.description.rstrip('.')}."
    twin = _twin(command.twin if command else "", context, rating.key if rating else "")
    key = say(fit(" ".join(keys), 10), "sign")
    if width >= TWO_COLUMNS and cells(means) <= MEANS and cells(twin) <= width - MEANS - 14:
        return [line("  ", key, say(fit(means, MEANS)), "  ", say(twin, "dim"))]
    return [line("  ", key, means), *([line(" " * 12, say(twin, "dim"))] if twin else [])]


MEANS = 64
"""Cells for a key's description, where the command stands beside it."""


def rating_of(command: str, ratings: Mapping[str, Rating]) -> Rating | None:
    """Return the rating that a command gives, by its id, on the bench or in the library; None for other commands."""
    _, rate, digit = command.partition(".rate-")
    return ratings.get(digit) if rate else None


def meaning(command: Command, ratings: Mapping[str, Rating]) -> str:
    """Return what a command does, in a sentence; for a rating command, with its rating."""
    screen, rate, digit = command.id.partition(".rate-")
    rating = rating_of(command.id, ratings)
    if rate and screen == "library":
        opens = f"open the saved view of {digit}"
        return f"Rate what is marked “{rating.label}”; else {opens}." if rating else f"With nothing marked, {opens}."
    return f"Rate it “{rating.label}”." if rating else command.means


def _twin(twin: str, context: Context, rating: str) -> str:
    """Return the twin of a key with claim, document and rating filled in; unknown ones remain placeholders."""
    filled = twin.replace("CLAIM", context.claim or "CLAIM").replace("DOCUMENT", context.document or "DOCUMENT")
    return filled.replace("RATING", rating or "RATING")
