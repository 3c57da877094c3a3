"""Views, which are named filters: the built-in ones, and the filters used in this session."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.ports import ORDERS


@dataclass(frozen=True, slots=True)
class View:
    """A filter with a name."""

    name: str
    line: str


VIEWS = (
    View("All", ""),
    View("Open", "status:open"),
    View("Worth a check", "status:open worth:>0.6"),
    View("Changes", "status:open kind:change"),
    View("Rated", "status:draft status:approved"),
    View("Published", "status:published status:corrected"),
    View("No claims", "status:dismissed"),
)
"""Built-in views."""


def next_view(used: tuple[str, ...], now: str) -> View:
    """Return the view after the present one; typed filters come after named views."""
    views = (*VIEWS, *(View("", line) for line in used if all(line != view.line for view in VIEWS)))
    at = next((n for n, view in enumerate(views) if view.line == now), -1)
    return views[(at + 1) % len(views)]


def name_of(line: str) -> str:
    """Return the name of the built-in view with a filter line; empty for another filter."""
    return next((view.name for view in VIEWS if view.line == line), "")


def sorted_on(line: str, *, turned: bool = False) -> str:
    """Return a filter line with the next order, or with its order reversed; best worth first is the default.

    >>> sorted_on("status:open"), sorted_on("status:open order:date"), sorted_on("order:date", turned=True)
    ('status:open order:date', 'status:open order:speaker', 'order:-date')
    """
    words = line.split()
    now = next((word.partition(":")[2] for word in words if word.startswith("order:")), ORDERS[0])
    by, back = now.removeprefix("-"), now.startswith("-")
    after = ORDERS[(ORDERS.index(by) + 1) % len(ORDERS)] if by in ORDERS else ORDERS[0]
    then = f"{'' if back else '-'}{by}" if turned else after
    rest = [word for word in words if not word.startswith("order:")]
    return " ".join(rest if then == ORDERS[0] else [*rest, f"order:{then}"])
