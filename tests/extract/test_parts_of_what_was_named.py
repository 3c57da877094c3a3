"""A fraction of what was named before is a claim of its own: "More than half was burned"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.core.quantity import Relation
from workbench.extract import read_text

FIRST = {
    "en": "Portugal produced 170,000 tonnes of electronic waste in 2018. ",
    "de": "In Portugal fielen 2018 170.000 Tonnen Elektroschrott an. ",
    "mk": "Португалија создаде 170.000 тони електронски отпад во 2018 година. ",
}


@each(
    ("then", "language", "percent", "relation"),
    [
        ("And of that, over half has been recycled.", "en", "50", Relation.MORE_THAN),
        ("More than half was recycled.", "en", "50", Relation.MORE_THAN),
        ("Nearly half has been exported.", "en", "50", Relation.NEARLY),
        ("A quarter was burned.", "en", "25", Relation.IS),
        ("Two thirds were exported.", "en", None, Relation.IS),
        ("Davon ist über die Hälfte verwertet worden.", "de", "50", Relation.MORE_THAN),
        ("Fast die Hälfte landete im Meer.", "de", "50", Relation.NEARLY),
        ("Ein Drittel davon wurde verbrannt.", "de", None, Relation.IS),
        ("Над половина е рециклиран.", "mk", "50", Relation.MORE_THAN),
        ("Речиси половина беше извезен.", "mk", "50", Relation.NEARLY),
    ],
)
def test_it_is_read(then: str, language: str, percent: str | None, relation: Relation) -> None:
    claims = read_text(FIRST[language] + then, language=language, said=date(2021, 5, 4)).claims
    assert len(claims) == 2
    amount = claims[1].amount
    assert amount is not None
    assert amount.value.unit.code == "%"
    assert percent is None or amount.value.low == Decimal(percent)
    assert amount.value.relation is relation


@pytest.mark.parametrize(
    "said",
    [
        "The second half was better.",
        "He left at half past nine.",
        "A second was lost.",
        "Over the half-year they slept.",
        "The quarter was cold.",
    ],
)
def test_what_is_no_part_is_none(said: str) -> None:
    assert not [each for each in read_text(said).amounts if each.value.unit.code == "%"]


@pytest.mark.parametrize(
    ("text", "language", "units"),
    [
        ("Of 1,000 children born alive in Chile, 6.5 died in 2012 and 5.6 in 2019.", "en", ["1,000 children"] * 2),
        ("In 2018 it was 43 births by each thousand of them.", "en", ["1,000"]),
        ("Von tausend Mädchen und jungen Frauen zwischen 15 und 19 bekamen 2018 22 ein Kind.", "de", ["1,000 Mädchen"]),
        ("Имаше 74 нови случаи на секои илјада жители во 2018 година.", "mk", ["1,000 жители"]),
    ],
)
def test_what_a_figure_is_counted_against_is_no_figure(text: str, language: str, units: list[str]) -> None:
    reading = read_text(text, language=language, said=date(2021, 5, 4))
    assert [each.value.unit.per for each in reading.amounts] == units


@each(
    ("text", "language", "figures"),
    [
        ("In 2018 not six – seven thousand dollars per head went to health.", "en", ["seven thousand dollars per head"]),
        ("Es waren 2018 nicht sechs – sieben Millionen Touristen.", "de", ["sieben Millionen Touristen"]),
        ("Во 2018 беа не шест – седум милиони туристи.", "mk", ["седум милиони туристи"]),
        ("Es waren 2018 sechs – sieben Millionen Touristen.", "de", ["sechs – sieben Millionen Touristen"]),
        ("It was not a third who lived in need in 2015, it was nearly half.", "en", ["half"]),
        ("Thirty-eight? No, forty-five percent were out of work.", "en", ["forty-five percent"]),
        ("38 Prozent? Nein, 45 Prozent waren ohne Arbeit.", "de", ["45 Prozent"]),
        ("38 отсто? Не, 45 отсто беа без работа.", "mk", ["45 отсто"]),
        ("And in 2018? 45 percent. Was it 38 percent?", "en", ["45 percent", "38 percent"]),
    ],
)  # fmt: skip
def test_a_figure_that_is_taken_back_is_none(text: str, language: str, figures: list[str]) -> None:
    reading = read_text(text, language=language, said=date(2021, 5, 4))
    assert [each.span.cut(text) for each in reading.amounts] == figures
