"""The help page: every key that holds where one came from, read off the live bindings, with its twin on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from textual.binding import ActiveBinding, Binding

from workbench.core.verdict import Rating
from workbench.tui.commands import EVERY
from workbench.tui.lines.line import BLANK, Line, line, say
from workbench.tui.lines.wrap import fit

KeyName = Callable[[Binding], str]


def help_lines(
    live: Iterable[ActiveBinding], key_name: KeyName, claim: str, ratings: Mapping[str, Rating]
) -> list[Line]:
    """A line a command, in the order in which the keys are tried.

    Args:
        live: The bindings that hold.
        key_name: Gives a binding's key as readers write it.
        claim: The id of the claim in hand, put into the twins; empty for none.
        ratings: What each digit gives.
    """
    head = line(say(f"{'key':<10}{'what it does':<64}the same on the command line", "dim"))
    groups: dict[str, list[Line]] = {}
    for keys, binding in _by_command(live, key_name).values():
        group = (binding.id or "textual.").partition(".")[0]
        groups.setdefault(group, []).append(_row(keys, binding, claim, ratings))
    rows = [
        part for name, lines in groups.items() for part in (line(say(_GROUPS.get(name, name), "head")), *lines, BLANK)
    ]
    return [head, BLANK, *rows]


_GROUPS = {
    "app": "Everywhere",
    "list": "In a list",
    "library": "Library",
    "bench": "Bench",
    "candidates": "In the candidates",
    "claims": "In the list of claims",
    "textual": "Scrolling and the rest",
}


def _by_command(live: Iterable[ActiveBinding], key_name: KeyName) -> dict[str, tuple[list[str], Binding]]:
    """Commands with all their keys."""
    found: dict[str, tuple[list[str], Binding]] = {}
    for active in live:
        binding = active.binding
        if binding.description and not binding.system:
            keys, _ = found.setdefault(binding.id or binding.action, ([], binding))
            if (name := key_name(binding)) not in keys:
                keys.append(name)
    return found


def _row(keys: list[str], binding: Binding, claim: str, ratings: Mapping[str, Rating]) -> Line:
    command = EVERY.get(binding.id or "")
    rating = ratings.get(binding.key)
    means = f"Rate it “{rating.label}”." if rating else command.means if command else f"{binding.description}."
    twin = _twin(command.twin if command else "", claim, rating.key if rating else "")
    return line(
        "  ", say(f"{' '.join(keys):<8}", "sign"), say(fit(means, 62) if twin else means), "  ", say(twin, "dim")
    )


def _twin(twin: str, claim: str, rating: str) -> str:
    """The command line of a key, with the claim in hand and the rating filled in."""
    twin = twin.replace("CLAIM", claim or "CLAIM")
    return twin.replace("RATING", rating or "RATING")


def twins() -> Iterator[tuple[str, str]]:
    """Every command's id with its twin, for the tests of the manual."""
    yield from ((command.id, command.twin) for command in EVERY.values() if command.twin)
