"""A pattern is not run on a text that lacks the letters it needs, and misses nothing by that."""

from __future__ import annotations

import re

import pytest

from workbench.extract.claim.sentence_reading import QUALIFYING
from workbench.extract.words.needed_letters import Spared, SparedTogether, needed
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_patterns import numbered_pattern, spared

SAID = {
    "en": (
        "Unemployment was 4.2 percent in 2019, the lowest since 1990, and lower than in France or in any other country.",
        "For the third year in a row, one in five of those aged under 25 had no job; in all, it was 3 tonnes per head.",
        "WAGES HAVE FALLEN BY A THIRD COMPARED WITH THE SAME PERIOD, WE WILL NOT RAISE TAXES.",
        "Never before had so many women been among the jobless — on average, each spent a year at home.",
    ),
    "de": (
        "Die Arbeitslosigkeit lag 2019 bei 4,2 Prozent, so niedrig wie seit 1990 nicht mehr, und niedriger als in Frankreich.",
        "Insgesamt waren es zum dritten Mal in Folge 3 Tonnen pro Kopf; jeder Fünfte der unter 25-Jährigen hatte keine Stelle.",
    ),
    "mk": (
        "Невработеноста во 2019 година беше 4,2 отсто, најниска од 1990 година, и пониска отколку во Франција.",
        "Вкупно беа 3 тони по жител, трета година по ред.",
    ),
}


def _patterns(language):
    for table, classes in raw_tables(language).items():
        for key, phrases in classes.items():
            if table in {"relations", "qualifiers", "kinds", "tenses", "statements"} and isinstance(phrases, list):
                yield numbered_pattern(table, key, language)


@pytest.mark.parametrize("language", SAID)
def test_what_a_phrase_matches_holds_its_letters(language):
    """Of all phrases of the word files, in each clause of some sentences, in small letters and in capitals."""
    clauses = [part for said in SAID[language] for part in (said, said.upper(), *re.split(r"(?<=[,;—])\s", said))]
    found = missed = spared = 0
    for pattern in filter(None, _patterns(language)):
        letters = needed(pattern)
        for clause in clauses:
            matched, may = pattern.search(clause) is not None, letters.may_be_in(clause)
            found, missed, spared = found + matched, missed + (matched and not may), spared + (not may)
    assert missed == 0
    assert found >= 20
    assert spared >= 1_000


@pytest.mark.parametrize("language", SAID)
def test_what_is_looked_for_together_is_found_as_one_by_one(language):
    """In sentences and clauses of them, whatever was looked for before: some classes are found, most are spared."""
    known = {key: spared("qualifiers", key, language) for key in QUALIFYING}
    together = SparedTogether({key: Spared(one.pattern) for key, one in known.items() if one is not None})
    clauses = [part for said in SAID[language] for part in (said, said.upper(), *re.split(r"(?<=[,;—])\s", said))]
    told = [(clause, together.may_match(clause)) for clause in 6 * clauses]
    for clause, may in told:
        assert {key for key, one in together.patterns.items() if one.pattern.search(clause)} <= may
    assert 0 < max(len(may) for _, may in told[-len(clauses) :]) < len(together.patterns) / 2


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (r"\bkiss\b", "ki\u017fs"),
        (r"\bin\b", "\u0130n"),
        (r"\bı\b", "i"),
        (r"κόσμος", "ΚΌΣΜΟΣ"),
        (r"\bwork(?=ing)", "WORKING"),
        (r"\b(?:a|the)\s+(?:rise|fall)s?\b(?!\sof)", "a\n\n FALL"),
        (r"(?:per\s)?cent\b", "5percent"),
        (r"(?:very\s){2}low", "very very low"),
        (r"(?P<a>un)?(?:employ){1,2}(?(a)ed|er)", "unemployed"),
        (r"\bup\b\W+\bto\b", "up—to"),
        (r"%|‰", "5 %"),
    ],
)
def test_a_pattern_still_matches_what_it_matched(pattern, said):
    compiled = re.compile(pattern, re.IGNORECASE)
    assert compiled.search(said)
    assert needed(compiled).may_be_in(said)


def test_a_pattern_is_not_run_where_its_letters_are_missing():
    """Once it has been run a dozen times, and so on more than a short text."""
    phrases = Spared(re.compile(r"\b(?:every|each)\syear\b|\bannual\w*", re.IGNORECASE))
    assert [phrases.may_match("Exports fell in June.") for _ in range(12)] == [True] * 12
    assert not phrases.may_match("Exports fell in June.")
    assert phrases.may_match("They fell EACH year.")
    assert phrases.search("They fell annually.")[0] == "annually"
    assert list(phrases.finditer("They fell in a year.")) == []
