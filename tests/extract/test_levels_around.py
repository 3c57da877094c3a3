"""Which levels are told around a change is said in one place: before it in its sentence, behind it there, and in the sentences before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.core.claim import Claim
from workbench.extract import read_text
from workbench.extract.claim.levels_around import LevelsAround, level_of
from workbench.extract.claim.measures.measures_from_earlier_sentences import Prior

SAID = date(2021, 3, 15)
RATE = {
    "en": ("In 2010 the unemployment rate was 15 percent.", "In 2019 the unemployment rate was 10 percent."),
    "de": ("2010 lag die Arbeitslosenquote bei 15 Prozent.", "2019 lag die Arbeitslosenquote bei 10 Prozent."),
    "mk": ("Во 2010 стапката на невработеност беше 15 отсто.", "Во 2019 стапката на невработеност беше 10 отсто."),
}
FELL = {
    "en": "The unemployment rate fell by 5 points.",
    "de": "Die Arbeitslosenquote sank um 5 Punkte.",
    "mk": "Стапката на невработеност падна за 5 поени.",
}


def claims(said: str, language: str) -> list[Claim]:
    return list(read_text(said, said=SAID, place="SVN", language=language).claims)


def levels(found) -> list[Decimal]:
    return [level_of(each).low for each in found]


@pytest.mark.parametrize("language", sorted(RATE))
def test_the_same_levels_are_found_wherever_they_stand(language):
    first, last = (claims(said, language)[0] for said in RATE[language])
    fell = replace(claims(FELL[language], language)[0], measure=first.measure)
    in_sentence = LevelsAround.around([first, last, fell], 2, Prior())
    before = LevelsAround.around([fell], 0, Prior(claims=(last, first)))
    for around in (in_sentence, before):
        assert levels(around.earlier) == levels(around.of_its_measure) == levels(around.dated) == [10, 15]
        assert [each.value.start.year for each in around.times] == [2019, 2010]
        assert around.last_figure is last
    behind = LevelsAround.around([fell, first, last], 0, Prior())
    assert (levels(behind.behind), behind.earlier) == ([15, 10], ())


@pytest.mark.parametrize("language", sorted(RATE))
def test_a_level_of_another_measure_or_place_is_none_of_it(language):
    (fell,) = claims(FELL[language], language)
    other = claims({"en": "In 2019 exports were 5 million euros.", "de": "2019 lagen die Exporte bei 5 Millionen Euro.", "mk": "Во 2019 извозот беше 5 милиони евра."}[language], language)[0]  # fmt: skip
    around = LevelsAround.around([fell], 0, Prior(claims=(other,)))
    assert (around.of_its_measure, around.dated, around.times) == ([], [], [])
    assert around.last_figure is other
    assert LevelsAround.around([other, fell], 1, Prior()).figures_before == [other]
    assert LevelsAround.around([other, fell], 1, Prior()).alike == []


@pytest.mark.parametrize("language", sorted(RATE))
def test_a_fall_between_two_levels_is_measured_from_the_first_to_the_last(language):
    said = " ".join((*RATE[language], {"en": "That is a fall of 5 points.", "de": "Das ist ein Rückgang um 5 Punkte.", "mk": "Тоа е пад од 5 поени."}[language]))  # fmt: skip
    fall = claims(said, language)[-1]
    assert (str(fall.change.value.base), str(fall.period.value)) == ("2010", "2019")
