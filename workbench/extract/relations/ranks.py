"""Ranks in claims: "the lowest since 1974", "third highest in the EU", "an all-time high".

The word itself says whether the highest or the lowest is first. "Best" and "worst" do not: they are read of what is
known to be better or worse the more of it there is, and are left to the reader otherwise. A row is one of times where the words name a time ("since", "ever", "in 20 years"),
otherwise one of places.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.core.claim import Claim, ClaimKind, Mention
from workbench.core.document import Span
from workbench.core.period import Period, year
from workbench.core.place import places
from workbench.core.relations import Rank, RankRow
from workbench.extract.relations.better_or_worse import is_highest
from workbench.extract.relations.lists_of_named_places import NamedRow, named_row
from workbench.extract.relations.nearby import NearbyWords, has_phrase, near, phrases, stands, year_near
from workbench.extract.relations.rank_scope import AROUND, CLOSE, RowSaid, region_in, row_of, year_behind
from workbench.extract.words.change_words import ways
from workbench.extract.words.small_numbers import small_number
from workbench.extract.words.superlatives import is_superlative
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import group, holds_phrase

_BEFORE = 12
"""Most characters between "peaked" or "a peak of" and the figure."""


def rank_of(claim: Claim, row: NamedRow | None = None) -> Rank | None:
    """Find the rank that a claim states; None where it states none, or the words do not say which end is first.

    A claim of a rank may have its words anywhere in its clause; for other claims they must be its own ("a 40-year
    low").

    >>> said = "It is the second lowest since 1974."
    >>> claim = Claim(id="c", document="d", span=Span(0, 34), quote="", sentence=Span(0, 35), context=said, kind=ClaimKind.RANK)
    >>> found = rank_of(claim)
    >>> found.highest, found.place, found.row.value, found.begins
    (False, 2, 'times', 1974)

    Args:
        claim: The claim.
        row: The group of places, where the sentence before names it.
    """
    for each in near(claim, "rank"):
        if not _own(claim, each.span):
            continue
        aside = phrases(claim, "no_rank")
        if aside is not None and aside.match(claim.context, each.found.start()):
            continue
        if (found := _ranked(claim, each, row)) is not None:
            return found
    return _peak(claim)


def period_outside_row(claim: Claim, rank: Rank | None) -> Mention[Period] | None:
    """Find the claim's own year where the start of its row was read as its period; else keep its period.

    Example: "so many as in | 2015 | not since 2002".

    >>> from workbench.core.period import year
    >>> said = "Not since 2002 were there so many as in 2015."
    >>> claim = Claim(id="c", document="d", span=Span(0, 44), quote="", sentence=Span(0, 45), context=said, kind=ClaimKind.RANK)
    >>> claim = replace(claim, period=Mention(Span(10, 14), year(2002), "year"))
    >>> str(period_outside_row(claim, rank_of(claim)).value)
    '2015'
    """
    period = claim.period
    if rank is None or rank.year is None or rank.begins is None or period is None or claim.amounts:
        return period
    if (period.value != year(rank.begins) and period.rule != "since") or rank.begins == rank.year:
        return period  # "the lowest since 2005": the row ends at the claim's own time
    start = claim.sentence.start + claim.context.index(str(rank.year))
    return Mention(Span(start, start + len(str(rank.year))), year(rank.year), "year")


def _own(claim: Claim, words: Span) -> bool:
    """Check whether the words of a rank are the claim's own.

    "(ranked 30th)" inside "rose from 16 % to 27 %" is not part of that claim.
    """
    if claim.kind is ClaimKind.RANK:
        return True
    if claim.change is not None:
        inside = words.start <= claim.change.span.start and claim.change.span.end <= words.end
        return inside or _is_reached(claim, words)
    return words.overlaps(claim.span)


def _is_contrary(claim: Claim, start: int, *, highest: bool) -> bool:
    """Check whether a verb before a superlative moves the other way: "fell | to the highest level"."""
    led = stands(claim, "to_rank", start - CLOSE, start)
    words = claim.context[: led.start()].split() if led is not None and led.end() == start else []
    way = ways("verbs", file_for(claim.language)).get(words[-1].casefold()) if words else None
    return way is not None and way.value == ("down" if highest else "up")


def _is_reached(claim: Claim, words: Span) -> bool:
    """Check whether a change without a size reached what the words rank: "fell | to the lowest level since 2004"."""
    change, start = claim.change, words.start - claim.sentence.start
    if change is None or change.value.figures or claim.amounts or words.start < change.span.end:
        return False
    way = {"up": "highest", "down": "lowest"}.get(change.value.direction.value)
    led = stands(claim, "to_rank", change.span.end - claim.sentence.start, start)
    end = claim.context[start : words.end - claim.sentence.start]
    behind = words.end - claim.sentence.start
    since = stands(claim, "since", behind, behind + CLOSE) or stands(claim, "in_years", behind, behind + CLOSE)
    reached = led is not None and led.end() == start and since is not None
    return reached and way is not None and is_superlative(end, way, claim.language)


def _ranked(claim: Claim, at: NearbyWords, row: NamedRow | None) -> Rank | None:
    highest, start = _end_of(claim, at), at.found.start()
    if holds_phrase(claim.context, "relations", "two_measures", file_for(claim.language)):
        return None  # "the highest | unemployment and inflation": both must hold
    if highest is None or stands(claim, "rank_denied", 0, start) or _is_contrary(claim, start, highest=highest):
        return None
    said, named = row_of(claim, at), row or _named(claim)
    if said.row is None and named is not None:
        said = said._replace(row=RankRow.PLACES)
    if said.row is None or _is_vague(claim, at):
        return None
    place = small_number(_place(at), file_for(claim.language)) if _place(at) else 1
    found = _made(claim, at, said, place, highest=highest) if place > 0 else None
    return _among(claim, found, named) if found is not None and named is not None else found


def _end_of(claim: Claim, at: NearbyWords) -> bool | None:
    """Tell whether the highest is first; a place in a row is counted from there, if the words do not say another end."""
    if at.group("worst") or at.group("best"):
        moves = phrases(claim, "of_change")
        if moves is not None and moves.match(claim.context, at.found.end()):
            return None  # "the worst | decline in employment"
    highest = is_highest(at.found, claim.context, claim.language)
    if highest is not None or not at.group("place"):
        return highest
    order = phrases(claim, "row_order")
    put = None if order is None else order.search(claim.context)
    return put is None or group(put, "bottom") is None


def _named(claim: Claim) -> NamedRow | None:
    """Find the group of places that the claim's sentence names."""
    offset = claim.sentence.start
    there = [replace(m, span=m.span.shift(-offset)) for m in sorted(claim.places, key=lambda m: m.span)]
    return named_row(claim.context, Span(0, len(claim.context)), there, claim.language)


def _among(claim: Claim, rank: Rank, named: NamedRow) -> Rank | None:
    """Count a rank among the named places, if no group or part of the world is named."""
    wide = rank.region or rank.world or any((place := places().get(m.value)) and place.members for m in claim.places)
    if named.highest not in {None, rank.highest}:
        return None  # "the highest, the others above it"
    if wide or rank.row is not RankRow.PLACES or named.ahead not in {None, rank.place - 1}:
        return rank
    return replace(rank, among=named.members)


def _place(at: NearbyWords) -> str:
    """Read the words for the rank's number; empty for the first."""
    return at.group("ordinal") or at.group("place") or at.group("several") or ""


def _made(claim: Claim, at: NearbyWords, said: RowSaid, place: int, *, highest: bool) -> Rank:
    start = at.found.start()
    span = Span(at.span.start, at.span.start + said.end - start)
    behind = phrases(claim, "of_change")
    around = claim.context[max(0, start - AROUND) : said.end + AROUND]
    return Rank(
        highest=highest,
        place=place,
        upto=at.group("several") is not None,
        row=said.row or RankRow.TIMES,
        words=claim.context[start : said.end].strip(),
        span=span,
        since=said.since,
        begins=_begins(claim, at, said),
        years=said.years,
        of_change=behind is not None and behind.match(claim.context, at.found.end()) is not None,
        year=year_near(claim),
        region=region_in(around, claim.language),
        world=has_phrase(claim, "world", around),
    )


def _begins(claim: Claim, at: NearbyWords, said: RowSaid) -> int | None:
    """Find the first year of a row: inside its words ("not since 2002 have so many"), else behind "since"."""
    if said.begins is not None:
        return said.begins
    began = at.group("began")
    return int(began) if began else year_behind(claim, said.end) if said.since else None


def _is_vague(claim: Claim, at: NearbyWords) -> bool:
    """Check whether the words leave the rank open: "one of the largest", without a number."""
    numbered = at.group("several") or at.group("place")
    start = at.found.start()
    return not numbered and stands(claim, "one_of", start - CLOSE, start) is not None


def _peak(claim: Claim) -> Rank | None:
    """Read a record, a peak or a trough right before its figure: "peaked at 12 percent in 2013"."""
    if claim.change is not None:
        return None
    start = max(0, claim.span.start - claim.sentence.start)
    if (record := stands(claim, "record_of", start - CLOSE, start)) is not None:
        low = stands(claim, "went_down", start - CLOSE, start) is not None
        span = Span(record.start() + claim.sentence.start, claim.span.start)
        return _extreme(claim, span, record[0].strip(), highest=not low)
    for each in near(claim, "peak"):
        if 0 <= claim.span.start - each.span.end <= _BEFORE or each.span.overlaps(claim.span):
            return _extreme(claim, each.span, each.found[0], highest=each.group("top") is not None, around=True)
    return None


def _extreme(claim: Claim, span: Span, words: str, *, highest: bool, around: bool = False) -> Rank:
    return Rank(
        highest=highest,
        place=1,
        upto=False,
        row=RankRow.TIMES,
        words=words,
        span=span,
        around=around,
        year=year_near(claim),
    )
