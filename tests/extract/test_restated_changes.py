"""A change by its two ends, and its size told again behind them: "from 30,000 in 2000 to 51,000 in 2020, 70 percent more"."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import ChangeMode
from workbench.extract import read_text

SAID = [
    ("en", "Forests grew from 30,000 hectares in 2000 to 51,000 in 2020, an increase of 70 percent."),
    ("en", "From 30,000 hectares of forest in 2000 we got to 51,000 last year, which is 70 percent more."),
    ("de", "Der Wald wuchs von 30.000 Hektar im Jahr 2000 auf 51.000 im Jahr 2020, ein Plus von 70 Prozent."),
    ("de", "Von 30.000 Hektar Wald im Jahr 2000 auf 51.000 im vorigen Jahr, also über 70 Prozent mehr."),
    ("mk", "Шумите се зголемија од 30.000 хектари во 2000 на 51.000 во 2020 година, што е пораст од 70 проценти."),
]


@pytest.mark.parametrize(("language", "said"), SAID)
def test_the_size_is_measured_between_the_two_ends(language: str, said: str) -> None:
    ends, size = read_text(said, language=language, said=date(2021, 4, 29)).claims
    assert [figure.value.low for figure in ends.change.value.figures] == [30000, 51000]
    assert size.change.value.mode is ChangeMode.RELATIVE
    for claim in (ends, size):
        assert (str(claim.change.value.base), str(claim.period.value)) in {("2000", "2020"), ("2000", "2000")}
    assert (str(size.change.value.base), str(size.period.value)) == ("2000", "2020")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Forests grew from 30,000 hectares in 2000 to 51,000 in 2020, an increase of 70 percent on 2001."),
        ("de", "Der Wald wuchs von 30.000 Hektar im Jahr 2000 auf 51.000 im Jahr 2020, 70 Prozent mehr als 2001."),
    ],
)
def test_a_size_with_a_base_of_its_own_keeps_it(language: str, said: str) -> None:
    *_, size = read_text(said, language=language).claims
    assert str(size.change.value.base) == "2001"


def test_two_pairs_of_ends_in_one_sentence_are_two_changes() -> None:
    said = "Applications rose from 91 to 162 and the number of judges from 3 to 4."
    assert [[figure.value.low for figure in claim.change.value.figures] for claim in read_text(said).claims] == [
        [91, 162],
        [3, 4],
    ]


@pytest.mark.parametrize(
    ("language", "said", "base"),
    [
        ("en", "Exports fell by more than two fifths between 2017 and 2020, to about 821,000 tonnes.", "2017"),
        ("en", "Manufacturing was 27.6 percent of employment in 2018, up 0.3 percentage points from 2017.", "2017"),
    ],
)
def test_an_end_or_a_base_may_stand_far_behind(language: str, said: str, base: str) -> None:
    *_, claim = read_text(said, language=language).claims
    assert str(claim.change.value.base) == base
    assert claim.change.value.target is None or claim.change.value.target.value.low == 821_000
