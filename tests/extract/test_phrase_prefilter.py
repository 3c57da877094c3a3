"""A glance never says no where a closer look says yes: what spares the patterns changes no answer."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.extract.claim import english_kind_patterns
from workbench.extract.claim.claim_kinds import hints_of
from workbench.extract.speech import reporting_cues, speaker_resolution
from workbench.extract.speech.reporting_cues import CUE, CUE_WORDS, find_cues
from workbench.extract.speech.speaker_resolution import People, note_people
from workbench.extract.time.dates import calendar_at, may_be_calendar
from workbench.extract.words.lexer import lex
from workbench.extract.words.lowercase_words import plain_words
from workbench.extract.words.phrase_prefilter import PrefilteredPattern

quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@cache  # a pattern of a hundred words is slower to take apart than to meet
def around(pattern: str) -> st.SearchStrategy[str]:
    """Texts in which a pattern finds something, with ordinary words around it."""
    found = re.compile(pattern)
    inside = st.from_regex(re.compile(pattern, re.ASCII)).map(lambda text: f"We said {text} then.")
    return inside.filter(lambda text: found.search(text) is not None)


@pytest.mark.parametrize(
    ("pattern", "hint"),
    [
        ("PROMISE", "promise"),
        ("UNDERTAKING", "promise"),
        ("RANK", "rank"),
        ("OPINION", "opinion"),
        ("COMPARISON", "comparison"),
        ("COMPARATIVE", "comparison"),
    ],
)
@given(data=st.data())
@quick
def test_a_kind_that_a_pattern_finds_is_left_open(pattern, hint, data):
    known = getattr(english_kind_patterns, pattern)
    whole = known.pattern if isinstance(known, PrefilteredPattern) else known
    said = data.draw(around(whole.pattern))
    assert getattr(hints_of(said), hint)


@given(said=around(CUE.pattern))
@quick
def test_every_cue_has_one_of_its_words(said):
    assert not CUE_WORDS.isdisjoint(plain_words(said).used)


VERBS = st.sampled_from(
    sorted(reporting_cues.CUE_WORDS | {"according to", "In the words of", "the claim that", "bank", "prices"})
)


@given(said=st.lists(VERBS | st.text(max_size=4), max_size=12).map(" ".join))
@quick
def test_cues_are_those_of_the_whole_pattern(said):
    assert [cue.span() for cue in find_cues(said, 0, len(said))] == [cue.span() for cue in CUE.finditer(said)]


PARTS = st.sampled_from(
    ["2021", "'", "90", "s", "5", "12", "/", ".", "-", "December", "of", "3rd", "Q", "H", "and", "to", "%", "jobs"]
)


@given(parts=st.lists(PARTS, min_size=1, max_size=6), gaps=st.lists(st.sampled_from(["", " "]), min_size=6, max_size=6))
@quick
def test_a_figure_that_is_a_date_looks_like_one(parts, gaps):
    tokens = lex("".join(gap + part for part, gap in zip(parts, gaps, strict=False)))
    for i, token in enumerate(tokens):
        if token.low[0].isdigit() and token.raw.replace(".", "").isdigit() and calendar_at(tokens, i) is not None:
            assert may_be_calendar(tokens, i)


@pytest.mark.parametrize("language", ["en", "de", "mk"])
def test_what_stands_beyond_the_text_is_nothing(language):
    tokens = lex("Up 7.2 % in 2021.", language)
    assert tokens.lows[: len(tokens)] == tuple(token.low for token in tokens)
    assert set(tokens.lows[len(tokens) :]) == {""}
    assert tokens.words == {token.low for token in tokens}


ROLES = st.sampled_from(
    ["Prime Minister", "prime", "vice-president", "Vice Chair", "chairwoman", "MPs", "Rep.", "Dr.", "CEO of Acme Works",
     "Minister for Health and", "Oliver Spasovski", "Ana de la Cruz", "J. Roe", "the", "said", "x-President", "Expert"]
)  # fmt: skip


@given(said=st.lists(ROLES | st.text(max_size=3), max_size=10).map(" ".join))
@settings(quick, max_examples=examples(150))
def test_people_with_roles_are_those_that_the_whole_pattern_finds(said):
    """Vice Chair Ana de la Cruz and Dr. J. Roe are found at their roles as in a search through the whole text."""
    named = People()
    note_people(said, named)
    found = [speaker_resolution._titled(said, each) for each in speaker_resolution._TITLED.finditer(said)]
    assert list(named.known) == list(dict.fromkeys(reversed([each.name for each in found])))[::-1]
