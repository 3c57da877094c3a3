"""Reported speech in one sentence: quotes with their cue, clauses after "said that", inverted and trailing cues.

The same three parts (speaker, verb, content) stand in five orders in English reports. Quotes are masked before, so that
commas and verbs inside them are not taken for parts of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.core.document import How, Span
from workbench.extract.speech import reporting_patterns as patterns
from workbench.extract.speech.reporting_cues import NOUNLIKE, PLAIN, THAT, TO_DO, WHETHER, find_cues, takes_a_thing
from workbench.extract.speech.spoken_words import SpokenStretch, SpokenWords
from workbench.extract.speech.subjects_of_saying import (
    agree,
    owner_before,
    subject_after,
    subject_before,
    subject_of_progress,
)

_FARTHEST = 240
_GO_ON = frozenset(
    {"saying", "arguing", "claiming", "insisting", "warning", "telling", "adding", "noting", "writing", "complaining"}
)
_SUBORDINATE = re.compile(r"\b(?:[Ww]hile|[Aa]lthough|[Tt]hough|[Aa]s|[Ii]f|[Ww]hen|[Aa]fter|[Bb]ecause)\s\Z")
_SUBJECT = re.compile(r"(?:(?:[Tt]he\s)?(?:[A-Z][\w'’.-]*\s?)+|[Hh]e\b|[Ss]he\b|[Tt]hey\b)")
_DETERMINER = r"(?:The|An?|His|Her|Their|Its|Our|Some|Other|Many|Several|Most)"
_VERB_AHEAD = r"(?=\s(?:\w{3,}ed|is|are|was|were|has|have|had|will|would|also)\b|,)"
_NOUN_SUBJECT = re.compile(rf"{_DETERMINER}(?:\s(?!\w+ed\b)[\w’'-]+){{1,4}}?{_VERB_AHEAD}")
_CONNECTIVE = r"(?:(?:But|And|While|As|When|Meanwhile,|Earlier,?|[A-Z][a-z]+day,)\s)?"
_NAME_WORD = r"(?:[A-ZÀ-ÞĀ-Ž][\w'’.&-]*|\([A-Z][\w.-]*\)|of|the|for|de|van|von|al|and)"
_AGE = r"\d\d,\s"
_ARTICLE_OR_RELATIVE = r"(?:a|an|the|its|his|her|their|one|another|former|who|whose|which)\s"
_ROLE_OF = r"[\w-]+\s(?:[\w’'-]+\s){0,4}(?:of|for|at|in|to|with|from|on)\s"
_UNQUOTED = r"[^“”\"\x01]{2,160}"
_APPOSED = re.compile(
    rf"{_CONNECTIVE}(?P<who>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,6}}),\s"
    rf"(?:{_AGE}|{_ARTICLE_OR_RELATIVE}|{_ROLE_OF}){_UNQUOTED}\Z"
)
"""A name with its apposition before the verb: "Jane Roe, deputy head of the bank,"."""
_SHORTEST, _HEAD_WORDS, _NAME_WORDS = 12, 5, 16


def read_unit(unit: SpokenStretch) -> list[SpokenWords]:
    """Find all reported words in a unit (a sentence, or the sentences of one quote), in the order of the cues.

    >>> said = "The minister said that wages rose."
    >>> (one,) = read_unit(SpokenStretch(said, 0, len(said), ()))
    >>> one.source.cut(said), one.cue.cut(said), one.content[0].cut(said)
    ('The minister', 'said', 'that wages rose')
    >>> read_unit(SpokenStretch("Wages rose.", 0, 11, ()))
    []
    """
    found: list[SpokenWords] = []
    cues = find_cues(unit.masked, unit.start, unit.end)
    ends = list(_ends(unit, cues))
    for cue, end in zip(cues, ends, strict=True):
        if unit.masked[max(0, cue.start() - 2) : cue.start()].lstrip().startswith(("<", "/", "@", "#")):
            continue
        nested = bool(found) and any(span.start <= cue.start() < span.end for span in found[-1].content)
        if nested and cue.lastgroup != "participle":
            continue
        said = _read(SpokenStretch(unit.masked, unit.start, end, unit.quotes), cue, found)
        if said is not None:
            found.append(said)
    return found


def _ends(unit: SpokenStretch, cues: Sequence[re.Match[str]]) -> Iterator[int]:
    """Yield where the content of each cue ends: at the next ", adding that", or with the sentence."""
    end, ends = unit.end, []
    for cue in reversed(cues):
        ends.append(end)
        if cue.lastgroup == "participle" and _closed(unit.masked, cue.start()):
            end = cue.start()
    yield from reversed(ends)


def _closed(masked: str, at: int) -> bool:
    return masked[max(0, at - 4) : at].rstrip()[-1:] in {",", "”", '"', "'"}


def _read(unit: SpokenStretch, cue: re.Match[str], found: Sequence[SpokenWords]) -> SpokenWords | None:
    match cue.lastgroup:
        case "according":
            return _according(unit, cue)
        case "participle" if patterns.DETERMINED.search(unit.masked, max(unit.start, cue.start() - 12), cue.start()):
            held = patterns.BY.match(unit.masked, cue.end(), unit.end) or THAT.match(unit.masked, cue.end(), unit.end)
            return _noun(unit, cue) if held else None
        case "participle":
            return _participle(unit, cue, found)
        case "noun":
            return _noun(unit, cue)
        case "doing":
            return _doing(unit, cue)
        case _:
            return _verb(unit, cue, found)


def _according(unit: SpokenStretch, cue: re.Match[str]) -> SpokenWords | None:
    source = subject_after(unit.masked, cue.end(), unit.end)
    if source is None:
        return None
    opens = unit.masked[unit.start : cue.start()].strip(' "“') == ""
    content = unit.trimmed(source.end, unit.end) if opens else unit.trimmed(unit.start, cue.start())
    return None if content is None else SpokenWords((content,), source, _span(cue), How.REPORTED)


def _participle(unit: SpokenStretch, cue: re.Match[str], found: Sequence[SpokenWords]) -> SpokenWords | None:
    doing = subject_of_progress(unit.masked, unit.start, cue.start())
    if doing is not None:
        that = THAT.match(unit.masked, cue.end(), unit.end)
        return None if that is None else _after(unit, cue, doing, that)
    before = unit.masked[max(unit.start, cue.start() - 12) : cue.start()].rstrip()
    if not before.endswith((",", "”", '"', "''", " and", " while")):
        return None
    content = unit.trimmed(cue.end(), unit.clause_end(cue.end()))
    source = found[-1].source if found else _opening_subject(unit, cue)
    if content is None or source is None:
        return None
    loose = cue[0] not in _GO_ON or not before.endswith((",", " and"))
    if (
        not found
        and loose
        and not THAT.match(unit.masked, cue.end())
        and not any(q.start >= cue.end() for q in unit.quotes)
    ):
        return None
    return SpokenWords((content,), source, _span(cue), How.REPORTED)


def _opening_subject(unit: SpokenStretch, cue: re.Match[str]) -> Span | None:
    """Find the subject of the sentence that a participle belongs to."""
    found = _SUBJECT.match(unit.masked, unit.start, cue.start()) or _NOUN_SUBJECT.match(
        unit.masked, unit.start, cue.start()
    )
    words = found[0].rstrip() if found else ""
    return Span(unit.start, unit.start + len(words)) if words else None


def _noun(unit: SpokenStretch, cue: re.Match[str]) -> SpokenWords | None:
    """Read the content of a noun: "Trump's claim that …", "a warning by the bank that …"."""
    by = patterns.BY.match(unit.masked, cue.end(), unit.end)
    begin = cue.end() if by is None else by.end()
    content = unit.trimmed(begin, unit.clause_end(begin))
    if content is None:
        return None
    owner = Span(by.start("who"), by.end("who") - 1) if by else owner_before(unit.masked, unit.start, cue.start())
    if owner is None and cue[0] in NOUNLIKE and not patterns.DETERMINED.search(unit.masked, unit.start, cue.start()):
        who = subject_before(unit.masked, unit.start, cue.start())  # "claims" is a verb: "the opposition claims that"
        owner = who if who is not None and agree(cue[0], who.cut(unit.masked)) else None
    return SpokenWords((content,), owner, _span(cue), How.REPORTED)


def _doing(unit: SpokenStretch, cue: re.Match[str]) -> SpokenWords | None:
    """Read content behind a participle or "is …ing" without "that": "…, accusing the bank of …", "is seeking …"."""
    source = subject_of_progress(unit.masked, unit.start, cue.start()) or _opening_subject(unit, cue)
    content = unit.trimmed(cue.end(), unit.clause_end(cue.end()))
    if source is None or content is None or patterns.NO_THING.match(unit.masked, cue.end()):
        return None
    return SpokenWords((content,), source, _span(cue), How.REPORTED)


def _verb(unit: SpokenStretch, cue: re.Match[str], found: Sequence[SpokenWords]) -> SpokenWords | None:
    joined = patterns.JOINED.search(unit.masked, max(unit.start, cue.start() - 12), cue.start())
    if joined is not None:
        source = (found[-1].source if found else None) or _opening_subject(unit, cue)
        if source is not None:
            said = _after(unit, cue, source, THAT.match(unit.masked, cue.end(), unit.end))
            if said is not None:
                return said
    before = unit.masked[max(unit.start, cue.start() - 4) : cue.start()].rstrip()
    that = THAT.match(unit.masked, cue.end(), unit.end)
    appositive = _apposed(unit, cue)
    if appositive is None and that is None and before[-1:] in {",", "”", '"', "»", "'"}:
        turned = _turned_round(unit, cue)
        if turned is not None:
            return turned
    source = appositive or subject_before(unit.masked, unit.start, cue.start())
    if source is None or not agree(cue[0], source.cut(unit.masked)):
        return None
    leading = unit.trimmed(unit.start, source.start)
    if _SUBORDINATE.search(unit.masked, max(unit.start, source.start - 12), source.start):
        return _subordinate(unit, cue, source, that)
    if leading is not None and unit.pause_between(leading, source):
        return _trailing(unit, cue, source, leading) or _after(unit, cue, source, that)
    return _after(unit, cue, source, that)


def _subordinate(
    unit: SpokenStretch, cue: re.Match[str], source: Span, that: re.Match[str] | None
) -> SpokenWords | None:
    """Read the content of a subordinate clause: "While she said …, he …", "As she said, …"."""
    if unit.masked.startswith(",", cue.end()):
        content = unit.trimmed(cue.end(), unit.end)
        return None if content is None else SpokenWords((content,), source, _span(cue), How.REPORTED)
    comma = unit.masked.find(",", cue.end(), unit.end)
    opens = unit.masked[unit.start : source.start].strip().count(" ") == 0
    end = comma if opens and comma > cue.end() + 4 else unit.end
    return _after(SpokenStretch(unit.masked, unit.start, end, unit.quotes), cue, source, that)


def _apposed(unit: SpokenStretch, cue: re.Match[str]) -> Span | None:
    """Find the subject of a sentence that begins with a name and an apposition."""
    before = unit.masked[unit.start : cue.start()].rstrip()
    if not before.endswith(",") or len(before) > _FARTHEST:
        return None
    found = _APPOSED.match(before)
    return found and Span(unit.start + found.start("who"), unit.start + len(before) - 1)


def _trailing(unit: SpokenStretch, cue: re.Match[str], source: Span, leading: Span) -> SpokenWords | None:
    """Read content before a cue at the end, and perhaps after it too: "…, X said" and "…, X said, …"."""
    leading = unit.quote_at(leading) or leading
    how, later = unit.how(leading), _quote_after(unit, cue)
    if how is How.DIRECT:
        return SpokenWords((leading,) if later is None else (leading, later), source, _span(cue), how)
    heard = patterns.HEARD.match(unit.masked, cue.end(), unit.end) if cue[0].startswith("t") else None
    if patterns.ADJUNCT.match(unit.masked, cue.end() if heard is None else heard.end(), unit.end):
        return SpokenWords((leading,), source, _span(cue), how)
    content = unit.trimmed(cue.end(), unit.end)
    if unit.masked[cue.end() : cue.end() + 1] == "," and content is not None:
        return SpokenWords((leading, content), source, _span(cue), how)
    return None


def _after(unit: SpokenStretch, cue: re.Match[str], source: Span, that: re.Match[str] | None) -> SpokenWords | None:
    """Read content after the verb: "X said that …", "X said: “…”", "X said …"."""
    quoted = _quote_after(unit, cue) if that is None else None
    if quoted is not None:
        return SpokenWords((quoted,), source, _span(cue), How.DIRECT)
    to_do = None if that is not None else TO_DO.match(unit.masked, cue.start(), unit.end)
    start = cue.end() if that is None else that.end() - len("that")
    asked = WHETHER.match(unit.masked, cue.end(), unit.end)
    begin = start if to_do is None else to_do.end()
    content = unit.trimmed(begin, unit.clause_end(begin))
    if content is None or (that is None and to_do is None and asked is None and not _open(unit, cue)):
        return None
    return SpokenWords((content,), source, _span(cue), How.REPORTED)


def _open(unit: SpokenStretch, cue: re.Match[str]) -> bool:
    """Check whether the words behind a verb may be its content without "that" or a quote."""
    if takes_a_thing(cue[0]):
        return not patterns.NO_THING.match(unit.masked, cue.end())
    if cue[0].casefold() in PLAIN:
        return not (patterns.NO_CLAUSE.match(unit.masked, cue.end()) or patterns.COUNTS.match(unit.masked, cue.start()))
    return bool(patterns.CLAUSE.match(unit.masked, cue.end(), unit.end))


def _quote_after(unit: SpokenStretch, cue: re.Match[str]) -> Span | None:
    """Read a quote behind a verb, with what follows it in the sentence."""
    first = next((q for q in unit.quotes if cue.end() <= q.start < unit.end), None)
    if first is None or len(first.parts[0]) <= _SHORTEST:
        return None
    opening = patterns.OPENING.match(unit.masked, cue.end(), unit.end)
    if opening is None or opening.end() != first.start:
        return None
    return unit.trimmed(first.start, unit.end)


def _turned_round(unit: SpokenStretch, cue: re.Match[str]) -> SpokenWords | None:
    """Read content before a verb whose subject follows: "“…,” said X" and "…, said X"."""
    source = subject_after(unit.masked, cue.end(), unit.end)
    content = unit.trimmed(unit.start, cue.start())
    if source is None or content is None:
        return None
    quoted = any(q.start < cue.start() and q.end >= cue.start() - 3 for q in unit.quotes)
    closed = unit.masked[source.end : source.end + 1] in {"", ".", ","}
    if not quoted and not (closed or patterns.ADJUNCT.match(unit.masked, source.end, unit.end)):
        return None
    if not quoted and _apposition(content.cut(unit.masked)):
        return None
    content = unit.quote_at(content) or content
    later = tuple(Span(q.start, min(q.end, unit.end)) for q in unit.quotes if source.end < q.start < unit.end)
    return SpokenWords((content, *later) if quoted else (content,), source, _span(cue), unit.how(content))


def _apposition(words: str) -> bool:
    """Check whether only a name with an apposition stands before the verb ("Jane Roe, the minister,")."""
    head, comma, added = words.rpartition(",")
    return bool(comma and added.split()) and len(head.split()) <= _HEAD_WORDS and len(words.split()) <= _NAME_WORDS


def _span(cue: re.Match[str]) -> Span:
    return Span(cue.start(), cue.end())
