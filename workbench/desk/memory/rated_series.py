"""The series that ratings rest on, and choices derived from ratings older than the memory.

A rating rests on the selected series, or else on the first in the research that gave a figure: the best ranked, or the one that the
reviewer examined last. Whether the figure agreed, and which rating it was, does not matter. A rating off the scale's ladder ("cannot
say") implies no choice of a series.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from workbench.core.claim import Claim
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError, UnknownNameError
from workbench.core.finding import Finding
from workbench.core.reviewers.series_choice import Choice, ChoiceKind, ChoiceOrigin
from workbench.core.series import Series, SeriesRef
from workbench.core.text_cleaning import clean_text
from workbench.core.verdict import Review, fold_reviews
from workbench.desk.desk_ports import DeskPorts, whole

REVIEWS = 2_000
"""Number of the most recent reviews that are used."""


def rated_choice(ports: DeskPorts, claim: Claim, review: Review, on: SeriesRef | None = None) -> Choice | None:
    """Make the choice that a rating implies; None where it rests on no series."""
    series = _evidence(ports, review, on) if _on_the_ladder(ports, review) else None
    if series is None:
        return None
    return chosen(ChoiceKind.PICKED, claim, series, reviewer=review.reviewer, at=review.at, through=ChoiceOrigin.RATED)


def chosen(
    kind: ChoiceKind,
    claim: Claim,
    series: Series,
    *,
    reviewer: str,
    at: datetime,
    through: ChoiceOrigin = ChoiceOrigin.NAMED,
) -> Choice:
    """Make the choice of a series for a claim, with the memory's words for both."""
    from workbench.match.memory.series_memory import dimension_of, words_for  # noqa: PLC0415  (loaded by the first choice)

    return Choice(
        kind=kind,
        words=one_line(words_for(claim)),
        series=series.ref,
        title=one_line(series.title),
        dimension=dimension_of(claim),
        place=claim.place,
        claim=claim.id,
        reviewer=reviewer,
        at=at,
        through=through,
    )


def gathered(ports: DeskPorts) -> list[Choice]:
    """Derive choices from the valid ratings, oldest first."""
    return sorted(_gathered(whole(ports)), key=lambda choice: (choice.at, choice.id))


def _gathered(ports: DeskPorts) -> Iterator[Choice]:
    for key in dict.fromkeys(review.claim for review in ports.store.last_reviews(REVIEWS)):
        with suppress(UnreadableRecordError, NoSuchRecordError):  # doctor reports them
            choice = _last_of(ports, key)
            if choice is not None:
                yield choice


def _last_of(ports: DeskPorts, key: str) -> Choice | None:
    """Make the choice that the newest rating of a claim implies."""
    verdict = fold_reviews(key, ports.scale, ports.store.reviews(key))
    rated = [r for r in verdict.history if r.id in verdict.standing and r.rating is not None]
    return rated_choice(ports, ports.store.claim(key), rated[-1]) if rated else None


def _on_the_ladder(ports: DeskPorts, review: Review) -> bool:
    """Check whether a rating is on its scale's ladder; one on a scale that no longer exists is not."""
    try:
        scale = review.given_on or ports.scales.scale(review.scale or ports.scale)
        return review.rating is not None and scale.rating(review.rating).value is not None
    except UnknownNameError:
        return False


def _evidence(ports: DeskPorts, review: Review, on: SeriesRef | None) -> Series | None:
    """Find the series of a rating's findings."""
    for found in _findings(ports, review):
        if (
            found.series is not None
            and not found.formula
            and (found.series.ref == on if on else found.measured is not None)
        ):
            return found.series
    return None


def _findings(ports: DeskPorts, review: Review) -> Iterator[Finding]:
    for key in review.findings:
        try:
            yield ports.store.finding(key)
        except NoSuchRecordError:
            continue


def one_line(text: str) -> str:
    r"""Clean a text for one line of the memory.

    >>> one_line("illegal\n  crossings\x1b[31m")
    'illegal crossings'
    """
    return " ".join(clean_text(text).text.split())
