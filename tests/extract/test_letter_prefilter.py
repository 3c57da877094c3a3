"""A pattern is not run on a text that lacks the letters it needs, and misses nothing by that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extract.claim.sentence_mentions import QUALIFYING
from workbench.extract.phrases import headline_indicators
from workbench.extract.words import letter_prefilter
from workbench.extract.words import phrase_prefilter as spared_module
from workbench.extract.words.letter_prefilter import needed, together
from workbench.extract.words.phrase_prefilter import PrefilteredPattern, PrefilteredPatterns, join_alternatives
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_patterns import numbered_pattern, prefiltered, prefiltered_numbered

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
def test_what_is_looked_for_together_is_found_as_one_by_one(language, monkeypatch):
    """In sentences and clauses of them, whatever was looked for before: some classes are found, most are spared."""
    monkeypatch.setattr(spared_module, "_FIRST", 12)
    known = {key: prefiltered("qualifiers", key, language) for key in QUALIFYING}
    together = PrefilteredPatterns(
        {key: PrefilteredPattern(one.pattern) for key, one in known.items() if one is not None}
    )
    clauses = [part for said in SAID[language] for part in (said, said.upper(), *re.split(r"(?<=[,;—])\s", said))]
    told = [(clause, together.on(clause)) for clause in 6 * clauses]
    for clause, may in told:
        found = {key: one.pattern.search(clause) for key, one in together.patterns.items()}
        assert {key: match[0] for key, match in found.items() if match} == {
            key: match[0] for key, one in may.items() if (match := one.search(clause))
        }
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
        (r"[(]\s(?:deficit|surplus)es\b", "( Deficites"),
        (r"\ba\sb\sc\b", "a b c"),
        (r"each\syears?", "reach years"),
    ],
)
def test_a_pattern_still_matches_what_it_matched(pattern, said):
    compiled = re.compile(pattern, re.IGNORECASE)
    assert compiled.search(said)
    assert needed(compiled).may_be_in(said)
    place = together.take({0: needed(compiled)})
    assert 0 in together.held_in(said)[place]


@pytest.mark.parametrize("said", ["They reached yearly highs", "each  year", "a year each", "beach-yea"])
def test_words_of_a_wording_are_found_beside_each_other_alone(said):
    """The wording "each year" runs on from a word that ends so to the very next, over one space or sign."""
    place = together.take({"each": needed(r"each\syear")})
    assert place not in together.held_in(said)


def test_a_pattern_is_not_run_where_its_letters_are_missing():
    """Once it has been run often, and so on more than a short text."""
    often = spared_module._FIRST
    phrases = PrefilteredPattern(re.compile(r"\b(?:every|each)\syear\b|\bannual\w*", re.IGNORECASE))
    assert [phrases.on("Exports fell in June.") for _ in range(often)] == [phrases.pattern] * often
    assert phrases.on("Exports fell in June.") is None
    assert phrases.on("They fell EACH year.") is phrases.pattern
    assert phrases.search("They fell annually.")[0] == "annually"
    assert list(phrases.finditer("They fell in a year.")) == []


def test_a_text_is_looked_at_once_for_all_patterns(monkeypatch):
    """Whatever they are asked for, and again only where one has been told of since: that one is found in it too."""
    looks = []
    look = letter_prefilter.lowered
    monkeypatch.setattr(letter_prefilter, "lowered", lambda text: looks.append(text) or look(text))
    monkeypatch.setattr(spared_module, "_FIRST", 0)
    said = "Looked at before: the quuxes of the plugh fell."
    first, second, third = (PrefilteredPattern(re.compile(rf"\b{word}\b")) for word in ("quuxes", "plugh", "xyzzy"))
    assert [one.search(said) is not None for one in (first, second, third)] == [True, True, False]
    assert looks == 3 * [said]  # each was told of when it was first asked
    assert [one.search(said) is not None for one in (first, second, third) * 2] == [True, True, False] * 2
    assert looks == 3 * [said]


CLASSES = ("relations", "qualifiers", "kinds", "tenses", "statements", "measures")


@pytest.fixture(scope="module")
def narrowed():
    """Yield the classes of phrases of each language, each as a pattern that is narrowed from the first text on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spared_module, "_FIRST", 0)
        patch.setattr(spared_module, "_OFTEN", 0)
        patch.setattr(spared_module, "_MOST", 1_000)
        yield {language: list(_spared(language)) for language in SAID}


def _spared(language):
    for table in CLASSES:
        for key, phrases in raw_tables(language)[table].items():
            if isinstance(phrases, list) and (one := prefiltered_numbered(table, key, language)) is not None:
                yield PrefilteredPattern(one.pattern, one.phrases)


def _found(pattern, text):
    return [] if pattern is None else [(found.span(), found.groupdict()) for found in pattern.finditer(text)]


WORDS = sorted({word for said in SAID.values() for each in said for word in each.split()})
SMALL = [
    "in",
    "of",
    "than",
    "as",
    "the",
    "a",
    "two",
    "years",
    "no",
    "not",
    "per",
    "all",
    "among",
    "third",
    "every",
    "year",
    "half",
    "nur",
    "mehr",
    "als",
    "der",
    "nicht",
    "od",
    "pro",
    "од",
    "во",
    "по",
    "не",
]
TEXTS = st.lists(st.sampled_from([*WORDS, *SMALL, ",", "%", "50", "2019"]) | st.text(max_size=3), max_size=25).map(
    " ".join
)


@given(TEXTS, st.sampled_from(sorted(SAID)))
def test_phrases_that_a_text_cannot_hold_hide_none_that_it_holds(narrowed, text, language):
    """Whatever is written: each class finds the same words, and the same groups in them, as with all its phrases."""
    for one in narrowed[language]:
        assert _found(one.on(text), text) == _found(one.pattern, text)


@pytest.mark.parametrize("language", SAID)
def test_most_phrases_of_a_sentence_are_not_looked_for(language, narrowed):
    """In the sentences and clauses of a language, which hold phrases of many classes: the same is found, by a tenth of the phrases."""
    clauses = [part for said in SAID[language] for part in (said, said.upper(), *re.split(r"(?<=[,;—])\s", said))]
    written = looked_for = found = 0
    for one in narrowed[language]:
        for clause in clauses:
            own = one.on(clause)
            assert _found(own, clause) == _found(one.pattern, clause)
            found += len(_found(own, clause))
            written += len(one.pattern.pattern)
            looked_for += 0 if own is None else len(own.pattern)
    assert found >= 100
    assert looked_for < written / 5


def test_groups_that_are_asked_for_by_number_are_left_where_they_are():
    """A class with a group without a name is run whole, or not at all."""
    phrases = (r"\b(in)\sall\b", r"\b(all)\stold\b")
    whole = PrefilteredPattern(re.compile(join_alternatives(phrases)), phrases)
    asked = [whole.on(said) for said in 200 * ("12, all told", "12")]
    assert asked[-2:] == [whole.pattern, None]
    assert whole.search("12, all told")[2] == "all"


@pytest.mark.parametrize("language", SAID)
def test_headline_measures_are_those_that_all_expressions_find(language, monkeypatch):
    """Whether or not the letters of the expressions have been worked out, the same measure is found in each wording of it."""
    known = headline_indicators.headlines(language)
    said = [f"um {one.name} 5" for one in known] + list(SAID[language])
    asked = [(text, kinds) for text in said for kinds in sorted({one.kinds for one in known}, key=sorted)[:3]]
    plain = [headline_indicators.headline_in.__wrapped__(text, kinds, language) for text, kinds in asked]
    monkeypatch.setattr(headline_indicators, "_OFTEN", 0)
    monkeypatch.setattr(
        headline_indicators, "_expressions", headline_indicators.cache(headline_indicators._Expressions)
    )
    assert [headline_indicators.headline_in.__wrapped__(text, kinds, language) for text, kinds in asked] == plain
    assert sum(map(bool, plain)) >= 20


def test_a_language_without_words_is_looked_through_before_any_other(monkeypatch):
    """The thirteenth text of a process that has read none in a language with a word file."""
    monkeypatch.setattr(spared_module, "together", letter_prefilter._Together())
    nothing = PrefilteredPatterns({})
    assert [(nothing.on("5 millones"), nothing.held("5 millones")) for _ in range(20)] == 20 * [({}, frozenset())]
