"""What is looked for, and what is found, as cards: a speech or a phrase, and below it all that its query and its candidates show.

A file of `cards` has a block for each: the words, with the language before them; then the card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

from workbench.core.candidate import Candidate, SeenBefore
from workbench.core.claim import Claim, Reading
from workbench.core.period import Frequency
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import (
    Checked,
    KnownIndex,
    Query,
    in_english,
    known_in,
    query_of,
    query_of_text,
    rank_known,
    rank_series,
)
from workbench.match.checked_before.claim_differences import slots_of_reading
from workbench.match.words.concepts import Concept
from workbench.match.words.translation import english_of, language_of, read_as, said_in, terms_of

FOLDER = Path(__file__).with_name("cards")
SAID, HERE = date(2023, 5, 10), "DEU"
PERCENT, PERSON, EURO = (
    Unit(Dimension.SHARE, "percentage", "%"), Unit(Dimension.COUNT, "person"), Unit(Dimension.MONEY, "euro", "EUR"),
)  # fmt: skip
TITLES = {
    "Unemployment, total (% of total labor force)": PERCENT,
    "Unemployment, female (% of female labor force)": PERCENT,
    "Unemployment, youth total (% of total labor force ages 15-24)": PERCENT,
    "Unemployed persons by sex and age": PERSON,
    "Asylum applications by country of asylum": Unit(Dimension.COUNT, "application"),
    "GDP (current US$)": Unit(Dimension.MONEY, "dollar", "USD", prices="current"),
    "GDP growth (annual %)": PERCENT,
    "GDP per capita (constant 2015 US$)": Unit(Dimension.MONEY, "dollar", "USD", "capita", "constant 2015"),
    "Exports of goods and services (% of GDP)": PERCENT,
    "Imports of goods and services (% of GDP)": PERCENT,
    "Intentional homicides (per 100,000 people)": Unit(Dimension.RATE, "case", per="100,000 people"),
    "Food price index (2015 = 100)": Unit(Dimension.INDEX, "index point"),
    "Inflation, consumer prices (annual %)": PERCENT,
    "Life expectancy at birth, total (years)": Unit(Dimension.DURATION, "year", "y"),
    "Research and development expenditure (% of GDP)": PERCENT,
    "Live births": PERSON,
    "Birth rate, crude (per 1,000 people)": Unit(Dimension.RATE, "birth", per="1,000 people"),
    "Wages and salaries": EURO,
}
SERIES = tuple(
    Series(
        ref=SeriesRef("mine", f"s{n}"),
        title=title,
        unit=unit,
        frequency=Frequency.YEAR,
        places=frozenset({"DEU", "SRB", "MKD"}),
    )
    for n, (title, unit) in enumerate(TITLES.items())
)


def cards(family: str) -> list[tuple[str, str]]:
    """The words of each block of a file, and its card."""
    blocks = (FOLDER / f"{family}.txt").read_text("utf-8").strip().split("\n\n")
    return [(words, card) for words, _, card in (block.partition("\n") for block in blocks)]


def words_card(line: str) -> str:
    """What the words of a phrase are read as."""
    language, _, text = line.partition(": ")
    terms = (
        f"{each.word} < {each.said}{'' if each.known else ' ?'} {'+'.join(each.own)}"
        for each in terms_of(text, language)
    )
    return "\n".join(
        (
            f"in English: {english_of(text, language)} (of {language_of(text, language)}, by itself {language_of(text)})",
            f"said: {' '.join(sorted(said_in(text, language)))}",
            f"read as: {', '.join(map(' = '.join, read_as(text, language)))}",
            *(f"- {each}".strip() for each in terms),
        )
    )


def query_card(line: str) -> str:
    """What is looked for of a speech: each claim's query, then that of the whole as a phrase."""
    language, _, text = line.partition(": ")
    reading = read_text(text, said=SAID, place=HERE, language=language, document="d")
    asked = [*map(query_of, reading.claims), query_of_text(text, reading), query_of_text(text)]
    return "\n".join(
        [*(row for query in asked for row in _query(query)), f"told: {_shown(slots_of_reading(text, reading))}"]
    )


def _query(query: Query) -> Iterator[str]:
    yield f"query: {query.text}"
    slots = [
        (field.name, _value(getattr(query, field.name)))
        for field in fields(query)
        if field.name not in {"text", "concepts"}
    ]
    yield "; ".join(f"{name} {value}" for name, value in slots if value)
    yield from (_concept(concept) for concept in query.concepts)


def _concept(concept: Concept) -> str:
    ways = " / ".join(f"{'+'.join(way.stems)} {way.sure:g}" for way in concept.ways)
    more = "".join(
        word for word, so in ((" hint", concept.hint), (" unknown", not concept.known), (" frame", concept.frame)) if so
    )
    return f"- {concept.said}: {ways}, {concept.share:.3f} of {concept.weight:.3f}{more} {concept.english}".strip()


def _shown(slots: object) -> str:
    return "; ".join(
        f"{name} {value}" for name in slots.__dataclass_fields__ if (value := _value(getattr(slots, name)))
    )  # type: ignore[attr-defined]


def _value(value: object) -> str:
    if isinstance(value, frozenset):
        return " ".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return ", ".join(map(_value, value))
    if isinstance(value, Amount):
        return f"{value.low}{'' if value.high is None else f' to {value.high}'} {value.unit}".strip()
    return "" if value is None or value is False else str(value)


def candidates_card(line: str) -> str:
    """What is found for the first claim of a speech, each candidate with its reasons."""
    language, _, text = line.partition(": ")
    claim: Claim = read_text(text, said=SAID, place=HERE, language=language, document="d").claims[0]
    return "\n".join(row for each in rank_series(in_english(claim), SERIES, limit=4) for row in _candidate(each))


def _candidate(found: Candidate) -> Iterator[str]:
    yield f"{found.score:.2f} {found.usability.value}: {found.series.title}"
    yield from (
        f"- {part.name} {part.value:.2f} of {part.weight:.2f}: {part.because}".rstrip(": ") for part in found.parts
    )
    yield from (f"! {name}: {why}" for name in ("barred", "doubt", "coarse") if (why := getattr(found, name)))


def known_card(line: str) -> str:
    """How a claim stands to one that was made before, and to a text of an archive of fact checks."""
    new, _, old = line.partition(" || ")
    now, then = (read_text(text, said=SAID, place=HERE, language="en", document=text) for text in (new, old))
    archive = KnownIndex(
        [Checked("check", old, "A heading", "It was said. It is so."), Checked("other", "The sea is deep.")], _read
    )
    found = {
        "claims": rank_known(now.claims[0], then.claims), "text": [known_in(now.claims[0], "key", old, then)],
        "archive": archive.rank(new, 2, now), "words alone": archive.rank(new, 1),
    }  # fmt: skip
    return "\n".join(f"{name}: {_known(each)}" for name, all_ in found.items() for each in all_)


def _read(text: str) -> Reading:
    return read_text(text, language="en", document="d")


def _known(known: SeenBefore | None) -> str:
    if known is None:
        return "none"
    return f"{known.score:.2f} {known.relationship.value}, differs in {', '.join(known.differs) or 'nothing'}: {known.because}"


MADE = {"words": words_card, "queries": query_card, "candidates": candidates_card, "known": known_card}
"""What makes the cards of each file."""

if __name__ == "__main__":  # writes all cards anew: what it changed is to be read, each line of it
    for family, made in MADE.items():
        text = "\n\n".join(f"{words}\n{made(words)}" for words, _ in cards(family))
        (FOLDER / f"{family}.txt").write_text(f"{text}\n", encoding="utf-8")
