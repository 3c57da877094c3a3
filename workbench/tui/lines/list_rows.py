"""Draw the rows of the library's two lists and of the bench's list of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.core.claim import Claim
from workbench.core.hiding.local_paths import file_name
from workbench.core.verdict import Stage
from workbench.ports import ClaimRow, DocumentRow
from workbench.report.decision_words import deferred_words, row_rating
from workbench.report.list_headline import short_headline
from workbench.tui.lines.claim import day
from workbench.tui.lines.line import Line, StyledPiece, line, say
from workbench.tui.lines.stage_signs import sign_of
from workbench.tui.lines.wrap import cells, fit
from workbench.tui.safe_text import one_line

Ratings = Mapping[str, str]
"""Label of each rating, by its key."""

WIDTH_OF_KINDS = 48
"""Width in cells below which a list of claims omits the kinds."""

WIDTH_OF_TIMES = 57
"""Width in cells below which a list of claims omits the times of the recording."""

SHORTEST = 6
"""Fewest cells for the claim's own words."""


def document_head(width: int) -> Line:
    """Return the heading over the documents."""
    return line(
        say(f"  {'day':<10} {'place':<5} {fit('title', _title_room(width))} {'open':>4} {'done':>4} worth", "dim")
    )


def document_row(row: DocumentRow, width: int, *, here: bool) -> list[Line]:
    """Draw a document: its day, place and title, the numbers of open and finished claims, and the best worth."""
    published = row.published.isoformat() if row.published else "no date"
    title = fit(one_line(row.title) or one_line(file_name(row.origin)), _title_room(width))
    count = f"{row.open:>4} {row.claims - row.open:>4}"
    return [
        line(
            say("▸ " if here else "  ", "sign"), say(f"{published:<10} ", "dim"), say(f"{fit(one_line(row.place or ''), 5)} ", "dim"),
            title, f" {count} ", say(f" {row.worth:.2f}", "figure"),
        )
    ]  # fmt: skip


def _title_room(width: int) -> int:
    """Return the width left for the title by the fixed columns: sign 2, day 11, place 6, open 5, done 5, worth 6."""
    return max(8, width - 35)


def claim_row(
    row: ClaimRow, width: int, *, here: bool, ratings: Ratings, heard_at: str = "", marked: bool = False
) -> list[Line]:
    """Draw a claim of the queue in two lines: worth and words; then stage, day, place, time code and speaker."""
    state = row_rating(row, lambda key: ratings.get(key, row.stage)) or row.stage
    sign = sign_of(Stage(row.stage))
    room = width - 8
    deferred = deferred_words(row, "deferred")
    holder = one_line(f"by {row.holder}") if row.holder else ""
    times = f"said {row.sightings}×" if row.sightings > 1 else ""
    tags = " ".join(f"#{one_line(tag)}" for tag in row.tags)
    about = [
        f"{sign} {state} {holder}".rstrip(),
        deferred,
        day(row.said),
        heard_at,
        times,
        tags,
        one_line(row.speaker),
        row.kind,
    ]
    return [
        line(
            say("▸" if here else " ", "sign"),
            say("*" if marked else " ", "sign"),
            say(f"{row.worth:.2f}  ", "figure"),
            *_claim_words(row, room),
        ),
        line("        ", say(fit(" · ".join(part for part in about if part), room), "dim")),
    ]


def _claim_words(row: ClaimRow, room: int) -> Iterator[StyledPiece]:
    """Yield the claim's statement, and its own words where there is room."""
    words, quote = one_line(row.headline or row.quote), one_line(row.quote)
    yield say(fit(words, min(room, cells(words))), "head")
    rest = room - cells(words) - 2
    if rest > SHORTEST and quote not in words:
        yield say(f"  {fit(quote, rest)}", "dim")


def claim_lines(
    claims: Sequence[Claim],
    rows: Mapping[str, ClaimRow],
    at: int,
    ratings: Ratings,
    width: int,
    *,
    heard: Sequence[str] = (),
) -> list[Line]:
    """Draw the claims of a document: number, stage, figure, time code, kind, worth; claim ``at`` (from 1) with ``▸``.

    `heard` has a time code for each claim where the document was recorded, and is empty otherwise.
    """
    kinds, times = width >= WIDTH_OF_KINDS, bool(heard) and width >= WIDTH_OF_TIMES
    room = max(10, width - (25 if kinds else 14) - (9 if times else 0))
    return [
        line(
            say(f"{n:>3} "), _stage_sign(rows.get(claim.id)), say("▸" if n == at else " ", "sign"),
            f" {fit(short_headline(claim) + _rated(rows.get(claim.id), ratings), room)} ",
            say(f"{heard[n - 1]:<8} " if times else "", "dim"),
            say(f"{claim.kind.value:<10} " if kinds else "", "dim"), say(f"{claim.worth_score:.2f}", "figure"),
        )
        for n, claim in enumerate(claims, start=1)
    ]  # fmt: skip


def _stage_sign(row: ClaimRow | None) -> StyledPiece:
    stage = Stage(row.stage) if row else Stage.OPEN
    return say(sign_of(stage), "dim" if stage is Stage.OPEN else "good")


def _rated(row: ClaimRow | None, ratings: Ratings) -> str:
    if row is None:
        return ""
    words = (ratings.get(row.rating, row.rating) if row.rating else "", deferred_words(row, "deferred"))
    return "".join(f" · {word}" for word in words if word)
