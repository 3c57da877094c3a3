"""Numbers of a desk in words: counts in columns that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol


class Counts(Protocol):
    """What was done in one place."""

    claims: int
    rated: int
    published: int
    corrected: int
    minutes: float | None


def table_lines(
    title: str, table: Mapping[str, Counts], *, nobody: str, most: int, newest: bool = False
) -> Iterator[str]:
    """A table of counts, a line a name: the largest first, or the newest first where names are days."""
    if not table:
        return
    ordered = sorted(table.items(), key=lambda each: each[0] if newest else (-each[1].claims, each[0]), reverse=newest)
    wide = max(len(title), *(len(name or nobody) + 2 for name, _ in ordered[:most]))
    timed = any(counts.minutes is not None for counts in table.values())
    heads = ("claims", "rated", "published", "corrected", *(("minutes",) if timed else ()))
    yield f"{title:{wide}}" + "".join(f"{head:>11}" for head in heads)
    for name, counts in ordered[:most]:
        values = [counts.claims, counts.rated, counts.published, counts.corrected]
        minutes = f"{'–' if counts.minutes is None else counts.minutes:>11}" if timed else ""
        yield f"{'  ' + (name or nobody):{wide}}" + "".join(f"{value:>11,}" for value in values) + minutes
    if len(ordered) > most:
        yield f"  and {len(ordered) - most:,} more"
