"""Time grows with the text and not with its square, whatever is repeated in it."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from types import FrameType

import pytest

from tests.each import each
from workbench.cli.records.record_resources import check_answer
from workbench.desk.batch.record import Record
from workbench.extract import read_text
from workbench.extract.words import phrase_prefilter
from workbench.extract.words.letter_prefilter import together

SAID = date(2022, 1, 5)

# what is repeated, each without an end of its own
SIGNS = {name: name for name in "\"“”„«»'‘’`()[]{}<>%‰$€£§#@&*+=/\\|~^_-–—.,:;!?…•·½²°"}
SPACED = {f"{name} ": f"{name} " for name in SIGNS}
GLUED = {f"5{name}": f"5{name}" for name in SIGNS}
FIGURES = {
    name: name
    for name in (
        "1", "9", "5 ", "5m ", "5m", "5x", "5k ", "1.5 ", "1,234 ", "1,234, ", "10.455 ", "1 234 ", "1\u00a0234 ", "1/2 ", "3-4 ",
        "3–4 ", "5 and ", "5 or ", "5 to ", "from 5 to 6 ", "by 5 to ", "up to 5 ", "5 percent ", "5 percent, ", "5% ", "$5 ",
        "5 million ", "R2.7bn ", "A5.5", "2020 ", "2020, ", "2019/20 ", "1.2.2021 ", "10:30 ", "§ 5 ", "Article 5, ", "5 km ", "5 m ",
        "5, ", "5; ", "(5) ", "5th ", "-5 ", "1e5 ", "10^6 ", "192.168.1.1 ",
    )
}  # fmt: skip
WORDS = {
    name: name
    for name in (
        "a", "A", "é", "aA", "a ", "a'", "a-", "the ", "and ", "of ", "per ", "to ", "up ", "up to ", "from ", "by ", "fell ",
        "rose by 5 percent, ", "rose by 5 percent and ", "more than ", "hundred ", "million ", "twenty-", "half ", "a third of ",
        "additional ", "new ", "times ", "John Smith ", "John Smith said ", "Mr. ", "U.S. ", "France, ", "France and Spain, ", "in May 2020 ",
        "May ", "last year ", "since 2015 ", "the same period ", "third quarter of ", "said ", 'He said "it rose". ', '"It rose," she said. ',
        "A: it rose\n", "• 5 jobs\n", "1. a\n", "http://a.b ", "a@b.c ", "Prozent ", "Er sagte: „Ja.“ ", "um 5 auf 6 ", "до 5 ", "od 5 do ",
    )
}  # fmt: skip
FLOODS = {
    repr(name): name
    for name in (
        "Hi. ", "No! ", "Is it? ", "It is so. ", "In France. ", "In 2015. ", "In 2015 it was 5.3. ", "5. ", "5\n", "\n5\n", "- 5\n", "said 5. ",
        "A: it rose by 5\n", "Smith: no.\n", "Wages rose. ", "France rose. ", "I promise ", "Ja.\n", "Er sank. ", "5 Kinder. ", "Да. ",
        "Тој падна. ", "Es waren 5 Prozent in 2015. ", "Exports rose 5 percent. ",
    )
}  # fmt: skip
SPACES = {
    repr(name): name
    for name in (" ", "\t", "\n", "\n\n", "a\n", "a\n\n", "\u00a0", "\u200b", "\ufeff", "\r\n", "\x0b", "\u2028")
}
PATTERNS = {**SIGNS, **SPACED, **GLUED, **FIGURES, **WORDS, **FLOODS, **SPACES}
LANGUAGES = ("en", "de", "mk", "fr")


def _repeated(pattern: str, size: int) -> str:
    return (pattern * (size // len(pattern) + 1))[:size]


def _calls(text: str, language: str) -> int:
    """Return how many calls of the workbench's own functions it takes to read a text: the same on every machine."""
    return _read(text, language)[0]


def _read(text: str, language: str) -> tuple[int, int]:
    """Return that count, and how many claims the text holds."""
    count = 0

    def tell(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and "workbench" in frame.f_code.co_filename

    sys.setprofile(tell)
    try:
        claims = read_text(text, said=SAID, language=language).claims
    finally:
        sys.setprofile(None)
    return count, len(claims)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("pattern", ["5m ", "5 percent, ", "10.455 ", "„", "additional ", "5 and "])
def test_a_text_takes_calls_by_its_length(pattern, language):
    """Counted, not timed: at most some calls a character, and for twice the text twice as many."""
    for _ in range(
        40
    ):  # patterns that are narrowed to what a text may hold are made after some dozen texts, once a process
        read_text(_repeated(pattern, 500), said=SAID, language=language)
    # a pattern that is looked into for the first time makes what is known of all words anew, once a process: the lesser of two counts
    short, long = (min(_calls(_repeated(pattern, size + more), language) for more in (0, 9)) for size in (1_500, 3_000))
    assert long <= 150 * 3_000
    assert long <= 2.4 * short


@pytest.mark.parametrize("sign", ["•", "·", "*\n", "— — —\n\n", "!\n"])
def test_signs_alone_are_no_sentences_to_read(sign):
    """A thousand bullets cost next to nothing, and nothing is made of them."""
    text = _repeated(sign, 3_000)
    assert _calls(text, "en") <= 20 * 3_000
    reading = read_text(text, said=SAID)
    assert (reading.claims, reading.amounts, reading.worth) == ((), (), 0.0)


# --- ordinary claims, each another ----------------------------------------------------------------------


PLACES = {
    "en": ("France", "Germany", "Spain", "Italy", "Poland", "Japan", "Canada", "Brazil", "Chile", "Norway", "Greece"),
    "de": ("Frankreich", "Spanien", "Italien", "Polen", "Japan", "Kanada", "Chile", "Norwegen", "Ungarn", "Finnland"),
    "mk": ("Франција", "Германија", "Шпанија", "Италија", "Полска", "Јапонија", "Канада", "Чиле", "Норвешка", "Грција"),
}
SAID_OF = {
    "en": (
        "Unemployment in {place} fell to {share} percent in {year}.",
        "Exports of {place} rose by {share} percent to {many} tonnes in {year}.",
        "In {year} {many} homes were built in {place}.",
        "{place} spent {share} million euros on {many} schools, while wages grew by {less} percent.",
        "Inflation was {share} percent in {place} in {year}, up from {less} percent a year earlier.",
        "{many} people in {place} were out of work.",
    ),
    "de": (
        "Die Arbeitslosigkeit in {place} sank {year} auf {share} Prozent.",
        "Die Ausfuhren von {place} stiegen {year} um {share} Prozent auf {many} Tonnen.",
        "Im Jahr {year} wurden in {place} {many} Wohnungen gebaut.",
        "In {place} lag die Inflation {year} bei {share} Prozent, nach {less} Prozent im Jahr davor.",
        "{many} Menschen in {place} waren ohne Arbeit.",
    ),
    "mk": (
        "Невработеноста во {place} во {year} падна на {share} проценти.",
        "Во {year} во {place} беа изградени {many} станови.",
        "Инфлацијата во {place} во {year} беше {share} проценти.",
        "{many} луѓе во {place} беа без работа.",
    ),
}
CALLS = {"en": 1_395, "de": 1_460, "mk": 1_365}
"""Calls of the workbench's own functions that a claim of an ordinary text takes at most: 2 percent of them look for words that nothing reads, 1 percent for what a statement depends on."""


def _told(language: str, size: int) -> str:
    """Return a text of different claims: no two sentences are the same, and no figure stands beside another twice."""
    said: list[str] = []
    while sum(map(len, said)) < size:
        k = len(said)
        figures = f"{k % 97}.{k % 9 + 1}", f"{k % 89}.{k % 7 + 1}"
        share, less = (figure if language == "en" else figure.replace(".", ",") for figure in figures)
        many = f"{1_000 + 37 * k:,}" if language == "en" else f"{1_000 + 37 * k:,}".replace(",", ".")
        words, place = SAID_OF[language][k % len(SAID_OF[language])], PLACES[language][7 * k % len(PLACES[language])]
        end = "\n\n" if k % 5 == 4 else " "
        said.append(words.format(place=place, share=share, less=less, many=many, year=1990 + k % 30) + end)
    return "".join(said)[:size]


@cache
def _goes_on(language: str) -> str:
    """Return what comes after 40,000 characters of such a text, once they were read: what is worked out once was worked out in a long text."""
    read_text(_told(language, 40_000), said=SAID, language=language)
    return _told(language, 72_000)[40_000:]


@pytest.mark.parametrize("language", sorted(CALLS))
def test_a_claim_takes_calls_of_a_number(language, monkeypatch):
    """Counted, not timed, in a text of different claims: what rules ask of the same words is worked out once."""
    monkeypatch.setattr(phrase_prefilter, "_FIRST", 0)  # as after a longer text
    told = _goes_on(language)
    # a pattern that is looked into for the first time makes what is known of all words anew, once a process: the least of three counts
    counted = [_read(told[start : start + 8_000], language) for start in (0, 8_000, 16_000)]
    assert all(claims >= 90 for _, claims in counted)
    assert min(calls / claims for calls, claims in counted) <= CALLS[language]


LOOKS = {"en": 1.7, "de": 1.4, "mk": 1.3}
"""Times that the letters of a sentence, or of a part of it, are looked at for each claim of an ordinary text at most."""


@pytest.mark.parametrize("language", sorted(LOOKS))
def test_the_letters_of_a_sentence_are_looked_at_once(language):
    """What a sentence cannot hold no part of it holds: clauses, heads and rests are not looked at one by one."""
    told, looks = _goes_on(language), list[float]()
    for start in (8_000, 16_000, 24_000):
        looked_at = together.held_in
        before = looked_at.cache_info().misses
        claims = read_text(told[start : start + 8_000], said=SAID, language=language).claims
        if (
            together.held_in is looked_at
        ):  # a pattern that is looked into for the first time makes it anew, once a process
            looks.append((looked_at.cache_info().misses - before) / len(claims))
    assert 0 < min(looks) <= LOOKS[language]


# --- measured in CPU time ---------------------------------------------------------------------------------


SMALL, LARGE = 50_000, 200_000
TOLD = 0.3
"""CPU-seconds below which a time says more of the machine than of the text."""
LONGEST = 2.0
"""CPU-seconds that no text of 200,000 characters takes on an idle machine of today."""


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _measured(small: Callable[[], object], large: Callable[[], object]) -> tuple[float, float]:
    """Return the power with which time grows from a small text to a large one, and the large one's CPU-seconds.

    A busy machine adds to a time and never takes from it: where the first look is too slow, the best of some more counts.
    """
    less, more = _cpu(small), _cpu(large)
    for _ in range(4):
        if more < TOLD or (_power(less, more) <= 1.2 and more <= LONGEST):
            break
        less, more = min(less, _cpu(small)), min(more, _cpu(large))
    return (_power(less, more) if more >= TOLD else 1.0), more


def _power(less: float, more: float) -> float:
    return math.log(more / max(less, 0.001)) / math.log(LARGE / SMALL)


@pytest.mark.slow
@pytest.mark.timeout(300)
@each("language", LANGUAGES)  # tests of their own would be collected on each run, a thousand of them
@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_with_the_text(name, language):
    """From 50 to 200 kB the power of growth is at most 1.2, and none takes longer than two seconds."""
    small, large = (_repeated(PATTERNS[name], size) for size in (SMALL, LARGE))
    read = partial(read_text, said=SAID, language=language)
    power, spent = _measured(lambda: read(small), lambda: read(large))
    assert power <= 1.2
    assert spent <= LONGEST


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("language", sorted(CALLS))
def test_time_grows_with_different_claims(language):
    """A text of nothing but claims takes longer than two seconds, but no claim more for there being many."""
    small, large = (_told(language, size) for size in (SMALL, LARGE))
    read = partial(read_text, said=SAID, language=language)
    power, _ = _measured(lambda: read(small), lambda: read(large))
    assert power <= 1.2


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "said", ["Exports rose by 5 percent to 99,000 tonnes. ", "5 percent. ", "rose by 5 percent, ", "10.455 crossings. "]
)
def test_a_check_of_many_figures_grows_with_their_number(said):
    """The claim's own arithmetic looks at its sentence and the one before, not at the whole document."""

    def check(size: int) -> object:
        record = Record(id="1", text=_repeated(said, size), date=SAID, place="MKD", speaker=None, language="en")
        return check_answer(())(record)

    power, spent = _measured(lambda: check(SMALL), lambda: check(LARGE))
    assert power <= 1.2
    assert spent <= 4.0
