"""The help page: every key that holds where one came from, read off the live bindings, with its twin on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from textual.binding import ActiveBinding, Binding

from workbench.core.verdict import Rating
from workbench.tui.commands import EVERY
from workbench.tui.lines.line import BLANK, Line, line, say
from workbench.tui.lines.wrap import cells, fit

KeyName = Callable[[Binding], str]


BESIDE = 104
"""Width in cells from which commands stand beside the keys, and not below them."""

RATE = "bench.rate-"
"""Beginning of the ids of commands that rate; the rating's digit follows."""

NOT_ONES = frozenset({"app.palette", "app.help"})
"""Commands that show commands, and are none of those that they show."""

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
    """Values for the command lines: the selected claim, and the rating of each digit."""

    claim: str
    ratings: Mapping[str, Rating]


def help_lines(live: Iterable[ActiveBinding], key_name: KeyName, context: Context, width: int) -> list[Line]:
    """The keys that hold, with what each does and its twin, part by part.

    Args:
        live: The bindings that hold.
        key_name: Gives a binding's key as readers write it.
        context: What to fill in.
        width: Cells; in a narrow page the twins stand below.
    """
    groups: dict[str, list[Line]] = {}
    for keys, binding in _by_command(live, key_name).values():
        name, dot, _ = (binding.id or "").partition(".")
        groups.setdefault(name if dot and name in GROUPS else "", []).extend(_rows(keys, binding, context, width))
    known = [(title, groups[name]) for name, title in GROUPS.items() if name in groups]
    return [part for title, rows in known for part in (line(say(title, "head")), *rows, BLANK)]


def _by_command(live: Iterable[ActiveBinding], key_name: KeyName) -> dict[str, tuple[list[str], Binding]]:
    """Commands with all their keys."""
    found: dict[str, tuple[list[str], Binding]] = {}
    for active in live:
        binding = active.binding
        if binding.description and not binding.system and binding.action not in NOWHERE:
            keys, _ = found.setdefault(binding.id or binding.action, ([], binding))
            if (name := key_name(binding)) not in keys:
                keys.append(name)
    return found


def _rows(keys: list[str], binding: Binding, context: Context, width: int) -> list[Line]:
    command, rating = EVERY.get(binding.id or ""), context.ratings.get((binding.id or "").removeprefix(RATE))
    means = (
        f"Rate it “{rating.label}”." if rating else command.means if command else f"{binding.description.rstrip('.')}."
    )
    twin = _twin(command.twin if command else "", context.claim, rating.key if rating else "")
    key = say(fit(" ".join(keys), 10), "sign")
    if width >= BESIDE and cells(means) <= MEANS and cells(twin) <= width - MEANS - 14:
        return [line("  ", key, say(fit(means, MEANS)), "  ", say(twin, "dim"))]
    return [line("  ", key, means), *([line(" " * 12, say(twin, "dim"))] if twin else [])]


MEANS = 64
"""Cells for a key's description, where the command stands beside it."""


def _twin(twin: str, claim: str, rating: str) -> str:
    """The command line of a key, with the selected claim and the rating filled in."""
    return twin.replace("CLAIM", claim or "CLAIM").replace("RATING", rating or "RATING")
