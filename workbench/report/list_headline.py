"""A claim in one line: what it says, where and when, not who said it. Used by lists on the screen, on the command line and in JSON."""

from __future__ import annotations

from workbench.core.claim import NOT_SAID, Claim, Direction
from workbench.core.place import place_name
from workbench.report.figure_formatting import ends_of_change, figure_of

_WAYS = {Direction.UP: "rose", Direction.DOWN: "fell", Direction.FLAT: "did not change"}


def headline(claim: Claim) -> str:
    """Write a claim in one line: its measure and figure, the place and the time; its own words where it has neither.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> at = Span(0, 4)
    >>> headline(Claim(id="c", document="d", span=at, quote="a promise", sentence=at, context="", kind=ClaimKind.PROMISE, place="MKD"))
    'a promise, North Macedonia'
    >>> from decimal import Decimal
    >>> from workbench.core.change import Change, ChangeMode
    >>> from workbench.core.mention import Mention
    >>> from workbench.core.quantity import PERCENT, Amount, Relation
    >>> to = Mention(at, Amount(Relation.IS, Decimal("3.4"), None, Decimal("0.1"), PERCENT), "percent")
    >>> fell = Mention(at, Change(Direction.DOWN, ChangeMode.ABSOLUTE, target=to), "to")
    >>> headline(Claim(id="c", document="d", span=at, quote="", sentence=at, context="", kind=ClaimKind.CHANGE, measure="rate", change=fell))
    'rate fell to 3.4 %'
    """
    if _is_not_said(claim):
        return short_headline(claim)
    return ", ".join(part for part in (short_headline(claim), place_name(claim.place), _when(claim)) if part)


def short_headline(claim: Claim) -> str:
    """Write the same without place and time, for a list of claims of one document."""
    if _is_not_said(claim):
        return " ".join(claim.context.split())
    figure, measure = figure_of(claim), claim.measure_said
    if claim.change is not None and claim.change.value.amount is None and measure:
        change = claim.change.value
        words = f"{measure} {_WAYS[change.direction]}{ends_of_change(change)}"
    else:
        words = f"{figure} {measure}" if figure and measure else _own_words(claim)
    return " ".join(words.split())


def _is_not_said(claim: Claim) -> bool:
    """Check whether the words deny, suppose, ask about or aim at the figure: then the sentence is used, since the figure alone would mislead."""
    return bool(claim.context) and (claim.denied or any(note.kind in NOT_SAID for note in claim.notes))


def _when(claim: Claim) -> str:
    """Write its period; the year so far is written as that, not by its days."""
    if claim.period is None:
        return ""
    period = claim.period.value
    so_far = claim.said is not None and (period.start.month, period.start.day) == (1, 1) and period.end == claim.said
    return f"{period.start.year} so far" if so_far and period.start.year == period.end.year else period.label


def _own_words(claim: Claim) -> str:
    """Take the words of the claim, and those that follow in its sentence: "the highest in" means nothing without them.

    For a rank the measure comes first, where another sentence gives it: "unemployment rate: the highest since 2000".
    """
    rest = claim.context[max(0, claim.span.start - claim.sentence.start) :]
    words = (rest if rest.startswith(claim.quote) else claim.quote).rstrip().removesuffix(".")
    names_measure = claim.rank is None or not claim.measure or claim.measure_said.casefold() in words.casefold()
    return words if names_measure else f"{claim.measure_said}: {words}"
