"""What a claim says of a figure's place in a row: "the lowest since 1974", "third highest in the EU", "an all-time high".

Only words are read here. Which of highest and lowest is first is said by the word itself; "best" and "worst" say neither, since
that hangs on what is measured, and are left to the reader. A row is one of years, where the words name a time ("since",
"ever", "in 20 years"), or else one of places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.compare.alignment.groups import group
from workbench.compare.alignment.regions import region_in
from workbench.compare.questions.nearby import NUMBER, ORDINAL, Near, near, small_number
from workbench.core.claim import Claim, ClaimKind
from workbench.core.text import Span

_TOP = "highest|largest|biggest|greatest|longest|richest|oldest|steepest|tallest|heaviest|strongest|fastest|most"
_BOTTOM = "lowest|smallest|fewest|shortest|poorest|youngest|lightest|weakest|slowest|cheapest|least"
_EXTREME = rf"(?:(?P<top>{_TOP})|(?P<bottom>{_BOTTOM}))"
_RECORD = r"(?:all-time|record|historic(?:al)?)[\s-](?:(?P<top_r>high)|(?P<bottom_r>low))s?"
_IN_YEARS = rf"(?P<years>{NUMBER})[\s-]years?[\s-](?:(?P<top_y>high)|(?P<bottom_y>low))"
_NEVER = r"never\sbeen\s(?:so\s|as\s)?(?:(?P<top_n>high(?:er)?|more|larger|greater)|(?P<bottom_n>low(?:er)?|fewer|less|smaller))|(?:(?P<top_e>higher|larger|greater|more)|(?P<bottom_e>lower|smaller|fewer|less))\sthan\sever"
_PLACE_IN = rf"(?:rank(?:s|ed|ing)?|plac(?:es|ed)|stands?|comes?|came)\s(?:in\s)?(?:the\s)?(?:number\s|no\.?\s|\#)?(?P<place>{ORDINAL}|\d{{1,3}})(?!\s?(?:%|percent|per\scent|points?|\d))(?:\s(?:{_EXTREME.replace('?P<top>', '?P<top_k>').replace('?P<bottom>', '?P<bottom_k>')}))?"
_MORE_THAN_ANY = (
    r"(?:(?P<top_o>more|higher|greater|larger|bigger|longer)|(?P<bottom_o>less|fewer|lower|smaller|shorter))\b"
    r"[^.;,]{0,60}?\sthan\s(?:any(?:where|one)?\s(?:other|else)|all\s(?:the\s)?other)"
)
_SUPERLATIVE = re.compile(
    rf"\b(?:(?:(?P<ordinal>{ORDINAL})[\s-])|(?:among\s|one\sof\s)?the\s(?:top\s)?(?P<several>{NUMBER})\s(?:countries\swith\sthe\s)?)?{_EXTREME}\b"
    rf"|\b(?:among|in|one\sof)\sthe\s(?:(?P<top_t>top)|(?P<bottom_t>bottom))\s(?P<several_t>{NUMBER})\b|\b{_MORE_THAN_ANY}\b"
    rf"|\b{_RECORD}\b|\b{_IN_YEARS}\b|\b(?:{_NEVER})\b|\b{_PLACE_IN}\b",
    re.IGNORECASE,
)
_PEAK = re.compile(
    r"\b(?:(?P<top>peaked|peaking|(?:a|its)\speak|a\shigh\s(?:of|point))|(?P<bottom>bottomed\sout|(?:a|its)\s(?:trough|low\s(?:of|point))|hit\sbottom))\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:since\s(?:records|measurements?|statistics|counting)\s(?:began|begin|started)|on\srecord|in\s(?:the\s|all\s|our\s|its\s|their\s|recorded\s|modern\s|\w+['’]s\s){0,3}history"
    r"|of\sall\stime|ever\b|all-time|historic(?:al)?|never\sbeen)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\b(?!\s(?:records|measurements?|statistics|counting))", re.IGNORECASE)
_IN_SPAN = re.compile(
    rf"\b(?:in|for|over)\s(?:the\s)?(?:last\s|past\s|at\sleast\s|more\sthan\s|nearly\s|almost\s|over\s)*(?:(?P<number>{NUMBER})\s(?:years|(?P<decades>decades))|(?P<half>half\sa\scentury)|a\s(?P<decade>decade)|a\s(?P<century>century)|a\s(?P<generation>generation))\b",
    re.IGNORECASE,
)
_SPANS = {"half": 50, "decade": 10, "century": 100, "generation": 30}
_ONE_OF = re.compile(r"\b(?:one\sof|among|some\sof)\s(?:the\s|its\s|our\s|their\s|\w+['’]s\s)\Z", re.IGNORECASE)
_MOST_ADVERB = re.compile(
    r"\b(?:most|least)\s(?:of\b|people\b|likely\b|importantly\b|recent)|\bat\s(?:the\s)?(?:most|least)\b", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\s(?:\w+\s){0,2}?(?:growth|growing|rise|rising|increases?|falls?|falling|declin(?:e|ing)|drops?|reductions?|decreases?|gains?|jumps?|rate\sof\sgrowth)\b",
    re.IGNORECASE,
)
_A_RECORD = re.compile(r"\b(?:a|another|new|the)\srecord\s(?:of\s)?\Z", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:fell|fallen|dropp(?:ed|ing)|declined|down|shrank|sank|low)\b", re.IGNORECASE)
_BEFORE = 12
"""How close behind "peaked" or "a peak of" the figure stands."""

_FAR, _CLOSE, _POSSESSIVE = 90, 30, 4
"""How many letters behind a superlative its row may be named, how many before it, and how close a possessive stands."""


class Row(StrEnum):
    """What stands in the row."""

    TIMES = "times"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Order:
    """A place in a row, as claimed.

    Attributes:
        highest: Whether the highest stands first, or the lowest.
        place: The place claimed, 1 for the first.
        upto: Whether any place up to that one is claimed ("among the ten richest").
        row: Years or places.
        of_change: Whether it is growth or a fall that is placed in the row ("the fastest growth in the region"), and no level.
        around: Whether the figure is said to be a peak or a trough: first among those of some years before and after it.
        since: Whether the row of years begins where the claim's period does ("since 1974").
        years: Over how many years the row goes ("in 20 years"); None where the words give no number.
        words: As said.
        span: Where the words stand: figures inside them are no levels.
    """

    highest: bool
    place: int
    upto: bool
    row: Row
    since: bool
    years: int | None
    words: str
    span: Span
    around: bool = False
    of_change: bool = False


def order_of(claim: Claim) -> Order | None:
    """The place in a row that a claim speaks of; None where it speaks of none, or the words do not say which end is first.

    A claim of a rank may have its words anywhere in its clause; of other claims they must be the claim's own ("a 40-year low").
    """
    for each in near(claim, _SUPERLATIVE):
        if not _own(claim, each.span):
            continue
        if not _MOST_ADVERB.match(claim.context, each.found.start()) and (found := _order(claim, each)) is not None:
            return found
    return _peak(claim)


def _peak(claim: Claim) -> Order | None:
    """A peak or a trough that a level is said to be, right before its figure: "peaked at 12 percent in 2013"."""
    if claim.change is not None or claim.language != "en":
        return None
    start = max(0, claim.span.start - claim.sentence.start)
    if (record := _A_RECORD.search(claim.context, max(0, start - _CLOSE), start)) is not None:
        low = _DOWN.search(claim.context, max(0, start - _CLOSE), start) is not None
        span = Span(record.start() + claim.sentence.start, claim.span.start)
        return Order(not low, 1, False, Row.TIMES, False, None, record[0].strip(), span)
    for each in near(claim, _PEAK):
        if 0 <= claim.span.start - each.span.end <= _BEFORE or each.span.overlaps(claim.span):
            top = each.found["top"] is not None
            return Order(top, 1, False, Row.TIMES, False, None, each.found[0], each.span, around=True)
    return None


def _own(claim: Claim, words: Span) -> bool:
    """Whether a claim itself is made of the words: "(ranked 30th)" amid "rose from 16 % to 27 %" is not what is claimed there."""
    if claim.kind is ClaimKind.RANK:
        return True
    if claim.change is not None:
        return words.start <= claim.change.span.start and claim.change.span.end <= words.end
    return words.overlaps(claim.span)


def _order(claim: Claim, at: Near) -> Order | None:
    said = at.found.groupdict()
    top, bottom = (any(said[name] for name in said if name.startswith(end)) for end in ("top", "bottom"))
    if not (top or bottom or said["place"]):
        return None
    row, since, years, end = _row(claim, at)
    if row is None or _vague(claim, at):
        return None
    place = small_number(said["ordinal"] or said["place"] or said["several"] or said["several_t"] or "first")
    if place < 1:
        return None
    start = at.found.start()
    words = claim.context[start:end].strip()
    span = Span(at.span.start, at.span.start + end - start)
    several = bool(said["several"] or said["several_t"])
    grows = _CHANGE.match(claim.context, at.found.end()) is not None
    return Order(not bottom, place, several, row, since, years, words, span, of_change=grows)


def _vague(claim: Claim, at: Near) -> bool:
    """Whether the words leave the place open: "one of the largest", without a number."""
    said = at.found.groupdict()
    numbered = said["several"] or said["several_t"] or said["place"]
    return (
        not numbered and _ONE_OF.search(claim.context, max(0, at.found.start() - _CLOSE), at.found.start()) is not None
    )


def _row(claim: Claim, at: Near) -> tuple[Row | None, bool, int | None, int]:
    """What the row is, whether it begins where the claim's period does, over how many years, and where its words end."""
    text, start, end = claim.context, at.found.start(), at.found.end()
    tail = text[end : end + _FAR].split(";")[0]
    if (years := at.found["years"]) is not None:
        return Row.TIMES, False, small_number(years), end
    if (over := _IN_SPAN.search(tail)) is not None:
        return Row.TIMES, False, _how_long(over), end + over.end()
    if (since := _SINCE.search(tail)) is not None:
        return Row.TIMES, True, None, end + since.end()
    if _TIME.search(text, start, min(len(text), end + _FAR)) or _is_record(at.found):
        return Row.TIMES, False, None, end
    if _names_places(claim, at):
        return Row.PLACES, False, None, end
    return (Row.TIMES if _OWN_HISTORY.search(text, max(0, start - _CLOSE), start) else None), False, None, end


def _how_long(over: re.Match[str]) -> int:
    """A span in years: "20 years", "two decades", "a generation" (thirty, as demographers have it)."""
    if over["number"] is not None:
        return small_number(over["number"]) * (10 if over["decades"] else 1)
    return next((years for name, years in _SPANS.items() if over[name]), 30)


def _is_record(found: re.Match[str]) -> bool:
    return any(found[name] for name in ("top_r", "bottom_r", "top_n", "bottom_n", "top_e", "bottom_e"))


_COUNTRIES = re.compile(
    r"\b(?:in|of|among|across|within|on)\s(?:all\s|the\s|our\s|any\s)*(?:\w+\s){0,2}?(?:world|earth|globe|countr(?:y|ies)|nations?|member\s?states?|states|regions?|peers)\b"
    r"|\b(?:worldwide|globally)\b|\bthan\s(?:any|all)(?:where|one)?\b|\bcountries\swith\s(?:the\s)?\Z|\bworld['’]s\s\Z",
    re.IGNORECASE,
)
_OWN_HISTORY = re.compile(r"\b(?:its|their|our|his|her)\s\Z", re.IGNORECASE)


def _names_places(claim: Claim, at: Near) -> bool:
    """Whether the words around a superlative name the places that it is among: a rank says so by itself."""
    if at.found["place"] is not None:
        return True
    text, start, end = claim.context, at.found.start(), at.found.end()
    around = text[max(0, start - _CLOSE) : end + _FAR]
    others = [m.span for m in claim.places if m.noun != claim.place or group(m.noun) is not None]
    behind = any(
        0 <= span.start - at.span.end <= _FAR or 0 <= at.span.start - span.end <= _POSSESSIVE for span in others
    )
    return (
        behind
        or region_in(around) is not None
        or bool(_COUNTRIES.search(around) or _COUNTRIES.search(text[max(0, start - _CLOSE) : start]))
    )
