"""The headline of a claim's report: what a person wrote, else the words that were said. The machine's headline is only a proposal."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workbench.core.claim import Claim
from workbench.core.place import place_name
from workbench.report.list_headline import headline

LONGEST = 300
"""Maximum number of characters of a sentence that is used as the headline."""

_QUOTES = '“”„«»" '

_FIRST_WORD = re.compile(r"[^\W\d_]+")

_WORD = re.compile(r"[^\W\d_]{4}")


def reader_headline(claim: Claim) -> str:
    """Write what was claimed, in one line that can be understood alone.

    A sentence that begins with a pronoun gets the name of its speaker in front, and a bare figure ("2004: 59.1.") its measure. Where no
    speaker or no measure is known, and where a sentence is too long for a line, the machine's words are used until a person writes a
    headline.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Attribution, How, Speaker, Span
    >>> at = Span(0, 4)
    >>> said = dict(id="c", document="d", span=at, quote="", sentence=at, kind=ClaimKind.LEVEL)
    >>> reader_headline(Claim(**said, context="Exports doubled in 2021."))
    'Exports doubled in 2021.'
    >>> she = Attribution((at,), Speaker("Ana Radeva"), None, None, How.TURN)
    >>> reader_headline(Claim(**said, context="We doubled exports.", attribution=she))
    'Ana Radeva: “We doubled exports.”'
    """
    if claim.report_words.headline:
        return claim.report_words.headline
    sentence = " ".join(claim.context.split())
    if not sentence or len(sentence) > LONGEST:
        return proposed_headline(claim)
    if begins_with_pronoun(sentence, claim.language):
        return _behind(_speaker(claim), sentence) or proposed_headline(claim)
    if is_bare_figure(claim):
        return _behind(_measured(claim), sentence) or proposed_headline(claim)
    return sentence


def is_bare_figure(claim: Claim) -> bool:
    """Check whether a claim's sentence names only figures, times and places: below a heading it need not name the measure.

    Only words of four letters or more count; units and function words are shorter, or are part of a figure that was read.
    """
    if not claim.amounts:
        return False
    read = sorted(
        (m.span.start, m.span.end) for mentions in (claim.amounts, claim.periods, claim.places) for m in mentions
    )
    at = begin = claim.sentence.start
    for start, end in read:
        if start > at and _WORD.search(claim.context, at - begin, start - begin):
            return False
        at = max(at, end)
    return _WORD.search(claim.context, at - begin) is None


def _speaker(claim: Claim) -> str:
    who = claim.attribution.speaker if claim.attribution else None
    return " ".join(who.name.split()) if who else ""


def _measured(claim: Claim) -> str:
    """Say what a claim measures, and where, as far as that is known in the claim's own language."""
    where = place_name(claim.place) if claim.language == "en" else ""
    return ", ".join(part for part in (claim.measure_said, where) if part) if claim.measure else ""


def _behind(name: str, sentence: str) -> str:
    """Put a speaker or a measure in front of a sentence; empty where there is none, or where the line becomes too long."""
    line = f"{name}: “{sentence.strip(_QUOTES)}”"
    return line if name and len(line) <= LONGEST else ""


def needs_headline(claim: Claim) -> bool:
    """Check whether the headline consists of the machine's words, because no person's words can be used."""
    return not claim.report_words.headline and reader_headline(claim) == proposed_headline(claim)


def headline_language(claim: Claim, reader: str) -> str:
    """Find the language of a claim's headline: the reader's where a person wrote it, the machine's for its own, else that of the quote."""
    if claim.report_words.headline:
        return reader
    return "en" if claim.language == "en" or needs_headline(claim) else claim.language


def proposed_headline(claim: Claim) -> str:
    """Propose the machine's headline, for a person to accept or change: whole words, at most one line."""
    words = headline(claim)
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0]


def begins_with_pronoun(sentence: str, language: str) -> bool:
    """Check whether a sentence begins with a pronoun of its language.

    >>> begins_with_pronoun("“She said so", "en"), begins_with_pronoun("Her", "de"), begins_with_pronoun("نحن", "ar")
    (True, False, True)
    """
    first = _FIRST_WORD.search(sentence)
    return first is not None and first[0].casefold() in _pronouns().get(language, frozenset())


@cache
def _pronouns() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(files("workbench.report").joinpath("pronouns.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words) for language, words in table.items()}
