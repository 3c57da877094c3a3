"""Memory in words: who picked or excluded a series, for which words, how often, and when last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.core.reviewers.series_choice import Choice, ChoiceKind

_MOST_SHOWN, _NAMED = 3, 2
"""Most phrases listed and most reviewers named. The rest are counted."""


@dataclass(frozen=True, slots=True)
class RememberedWords:
    """A choice and how far it holds for the query, 0 to 1; `near` where its words are only similar to the query's."""

    choice: Choice
    holds: float
    near: bool = False

    @property
    def signed(self) -> float:
        """Its value: positive for a pick, negative for a bar."""
        return self.holds if self.choice.kind is ChoiceKind.PICKED else -self.holds


def reason(given: Sequence[RememberedWords]) -> str:
    """Explain the memory's rank of a series: the choices that hold most first.

    Args:
        given: Choices about the series, oldest first, each with how far it holds for the query.
    """
    groups: dict[tuple[ChoiceKind, str], list[RememberedWords]] = defaultdict(list)
    for held in given:
        groups[held.choice.kind, held.choice.words].append(held)
    heaviest = sorted(groups.values(), key=lambda group: -abs(sum(held.signed for held in group)))
    more = len(heaviest) - _MOST_SHOWN
    shown = [_group(group) for group in heaviest[:_MOST_SHOWN]]
    return "; ".join([*shown, *([f"and for {more} more phrase{'s' if more > 1 else ''}"] if more > 0 else [])])


def _group(given: Sequence[RememberedWords]) -> str:
    choices = [held.choice for held in given]
    kind, words = choices[0].kind.label, choices[0].words
    near = ", which is near," if all(held.near for held in given) else ""
    return f"{kind} for “{words}”{near} by {by_whom(choices)}, {how_often(choices)}"


def by_whom(choices: Sequence[Choice]) -> str:
    """Name the reviewers, in the order of their first choices.

    >>> from datetime import UTC, datetime
    >>> from workbench.core.series import SeriesRef
    >>> given = {"kind": ChoiceKind.PICKED, "words": "w", "series": SeriesRef("own", "A"), "at": datetime(2026, 11, 2, tzinfo=UTC)}
    >>> by_whom([Choice(reviewer=name, **given) for name in ("Ana", "Ben", "Ana", "Cem")])
    'Ana, Ben and 1 other'
    """
    names = list(dict.fromkeys(choice.reviewer for choice in choices))
    more = len(names) - _NAMED
    if more > 0:
        return f"{', '.join(names[:_NAMED])} and {more} other{'s' if more > 1 else ''}"
    return " and ".join(names)


def how_often(choices: Sequence[Choice]) -> str:
    """``2026-11-02``, or ``3 times, last 2026-11-02``."""
    last = max(choice.at for choice in choices).date().isoformat()
    return last if len(choices) == 1 else f"{len(choices)} times, last {last}"


def not_meant(bars: Sequence[Choice], *, of_words: bool = False) -> str:
    """Explain why a series is excluded: who excluded it and for which words."""
    says = "say" if len({choice.reviewer for choice in bars}) > 1 else "says"
    what = f"what “{bars[-1].words}” means here" if of_words else "what was meant"
    return f"not {what}, {says} {by_whom(bars)}, {how_often(bars)}"
