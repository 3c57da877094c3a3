"""Who spent, what was left out, and what was done with it: the figure is of a part, whatever else its words are."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.qualifier import LEFT_OUT, Sort
from workbench.extract import read_text


@each(
    ("language", "text", "part"),
    [
        ("en", "Finnish companies spent 2.76 percent of GDP on research in 2017.", "companies"),
        ("en", "Industry has invested 2.76 percent of GDP in research.", "Industry"),
        ("en", "Core inflation was 7.36 percent in December.", "Core"),
        ("en", "Without energy the rise in prices was 7.36 percent in December.", "energy"),
        ("en", "Norwegians recycled 139,000 tonnes of old phones in 2019.", "recycled"),
        ("de", "2017 gaben finnische Unternehmen 2,76 Prozent des BIP für Forschung aus.", "Unternehmen"),
        ("de", "Die Kerninflation lag im Dezember bei 7,36 Prozent.", "Kerninflation"),
        ("de", "Norwegen hat 2019 139.000 Tonnen Elektroschrott recycelt.", "recycelt"),
        ("mk", "Компаниите во 2017 вложиле 2,76 проценти од БДП во истражување.", "Компаниите"),
        ("mk", "Базичната инфлација во декември изнесуваше 7,36 проценти.", "Базичната"),
        ("mk", "Норвешка во 2019 рециклираше 139.000 тони електронски отпад.", "рециклираше"),
    ],
)
def test_the_figure_is_told_of_a_part_alone(language: str, text: str, part: str) -> None:
    (claim,) = read_text(text, language=language).claims
    assert [q.value.what for q in claim.qualifiers if q.value.sort is Sort.AMONG and q.rule != LEFT_OUT] == [part]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Finland spent 2.76 percent of GDP on research in 2017."),
        ("en", "Without a doubt unemployment was 7.3 percent in December."),
        ("en", "5 percent of people were without work in 2019."),
        ("en", "Norwegians threw away 139,000 tonnes of old phones in 2019."),
        ("de", "2017 gab Finnland 2,76 Prozent des BIP für Forschung aus."),
        ("mk", "Финска во 2017 вложила 2,76 проценти од БДП во истражување."),
    ],
)
def test_the_whole_is_no_part(language: str, text: str) -> None:
    (claim,) = read_text(text, language=language).claims
    assert not [q for q in claim.qualifiers if q.value.sort is Sort.AMONG]
