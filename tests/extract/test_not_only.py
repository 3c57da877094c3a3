"""A figure "not only of the young" is one of all: who is named as not the only one is not whom it is about."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

NOT_ONLY = [
    ("en", "In 2005 more than 15 percent of the labour force had no work, and not only the young, but everybody together.", "unemployment"),
    ("en", "In 2005 the unemployment rate was 15 percent, and not just for the young.", "unemployment"),
    ("en", "In 2005 the unemployment rate, not merely among women, was 15 percent.", "unemployment"),
    ("de", "2005 waren 15 Prozent arbeitslos, und zwar nicht nur die Jungen.", "Arbeitslosenquote"),
    ("de", "2005 waren 15 Prozent arbeitslos, nicht bloß die Frauen, sondern alle.", "Arbeitslosenquote"),
    ("mk", "Во 2005 година без работа беше над 15 проценти од работната сила, и тоа не само младите, туку сите заедно.", "невработеност"),
    ("mk", "Во 2005 година невработени беа 15 проценти, не само жените.", "невработеност"),
]  # fmt: skip
GROUPS = ("young", "youth", "women", "junge", "jugend", "frauen", "млади", "жени")


@pytest.mark.parametrize(("language", "said", "measure"), NOT_ONLY)
def test_who_is_not_the_only_one_is_not_measured(language: str, said: str, measure: str) -> None:
    (claim,) = read_text(said, language=language).claims
    assert measure.casefold() in claim.measure.casefold()
    assert not any(group in claim.measure.casefold() for group in GROUPS)


@pytest.mark.parametrize(
    ("language", "said", "measure"),
    [
        ("en", "Not only the jobless rate but youth unemployment was 15 percent in 2005.", "youth unemployment"),
        (
            "de",
            "Nicht nur die Arbeitslosenquote, auch die Jugendarbeitslosigkeit lag 2005 bei 15 Prozent.",
            "jugendarbeits",
        ),
    ],
)
def test_what_is_named_behind_it_is(language: str, said: str, measure: str) -> None:
    (claim,) = read_text(said, language=language).claims
    assert measure in claim.measure.casefold()
