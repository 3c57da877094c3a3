"""Statistics of a desk for people: as text columns, and as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from workbench.core.reviews.desk_statistics import DeskNumbers, ReviewTally

HEADS = ("claims", "rated", "published", "corrected", "minutes")
"""What is counted of each reviewer, speaker, topic and week."""

_TABLES = (("reviewer", ""), ("speaker", "nobody named"), ("topic", "no tag"), ("week", ""))


def number_lines(found: DeskNumbers, most: int) -> Iterator[str]:
    """Yield the statistics in lines: claims by stage, then a table each of reviewers, speakers, topics and weeks, with up to `most` names."""
    for head, value in _summary(found):
        yield f"{head:<10} {value}"
    for title, nobody in _TABLES:
        yield from _table_lines(title, getattr(found, f"{title}s"), nobody, most)


def numbers_page(found: DeskNumbers, day: str) -> str:
    """Write the statistics as an HTML page that needs no other file."""
    summary = "".join(f"<dt>{head}</dt><dd>{escape(value)}</dd>" for head, value in _summary(found))
    tables = "".join(_table(title, getattr(found, f"{title}s"), nobody) for title, nobody in _TABLES)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>The desk in numbers</title><style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
        "padding:0 1rem}dt{font-weight:bold}table{border-collapse:collapse;margin:2rem 0;width:100%}caption{text-align:left;"
        "font-weight:bold}th,td{padding:.2rem .6rem;text-align:right;border-bottom:1px solid #999}"
        "th:first-child{text-align:left}</style></head>"
        f"<body><main><h1>The desk in numbers</h1><p>{day}</p><dl>{summary}</dl>{tables}</main></body></html>\n"
    )


def _summary(found: DeskNumbers) -> Iterator[tuple[str, str]]:
    stages = ", ".join(f"{count:,} {stage}" for stage, count in sorted(found.stages.items(), key=lambda each: -each[1]))
    yield "claims", f"{sum(found.stages.values()):,}" + (f": {stages}" if stages else "")
    rated = sum(found.stages.get(stage, 0) for stage in ("draft", "approved"))
    opened = f"{found.stages.get('open', 0):,} open ({found.deferred:,} deferred)"
    yield "backlog", f"{opened}, {rated:,} rated and not published, {found.disputed:,} disputed"
    if (share := found.share_corrected) is not None:
        kinds = f"{found.erred:,} our error, {found.revised:,} revised figures, {found.withdrawn:,} withdrawn"
        yield "corrected", f"{found.corrected:,} of {found.published:,} published ({share:.1%}): {kinds}"
    if found.minutes is not None:
        yield "minutes", f"{found.minutes:g} for the claim in the middle, of {found.timed:,} whose beginning is known"


def _ordered(title: str, table: Mapping[str, ReviewTally]) -> list[tuple[str, ReviewTally]]:
    """Sort by size, the largest first; weeks the newest first."""
    newest = title == "week"
    return sorted(table.items(), key=lambda each: each[0] if newest else (-each[1].claims, each[0]), reverse=newest)


def _cells(tally: ReviewTally, *, timed: bool) -> list[str]:
    counts = [f"{count:,}" for count in (tally.claims, tally.rated, tally.published, tally.corrected)]
    return [*counts, "–" if tally.minutes is None else f"{tally.minutes:g}"] if timed else counts


def _table_lines(title: str, table: Mapping[str, ReviewTally], nobody: str, most: int) -> Iterator[str]:
    if not table:
        return
    ordered, timed = _ordered(title, table), title == "reviewer"
    wide = max(len(title), *(len(name or nobody) + 2 for name, _ in ordered[:most]))
    yield f"{title:{wide}}" + "".join(f"{head:>11}" for head in HEADS[: 5 if timed else 4])
    for name, tally in ordered[:most]:
        yield f"{'  ' + (name or nobody):{wide}}" + "".join(f"{cell:>11}" for cell in _cells(tally, timed=timed))
    if len(ordered) > most:
        yield f"  and {len(ordered) - most:,} more"


def _table(title: str, table: Mapping[str, ReviewTally], nobody: str) -> str:
    timed = title == "reviewer"
    heads = "".join(f'<th scope="col">{head}</th>' for head in (title, *HEADS[: 5 if timed else 4]))
    rows = "".join(
        f'<tr><th scope="row">{escape(name or nobody)}</th>'
        + "".join(f"<td>{cell}</td>" for cell in _cells(tally, timed=timed)) + "</tr>"
        for name, tally in _ordered(title, table)
    )  # fmt: skip
    return (
        f"<table><caption>By {title}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        if rows
        else ""
    )
