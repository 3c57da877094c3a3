"""Figures "in the one" and "in the other" are those of the two places named before, in order."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text


def _figures(language: str, said: str, place: str | None = None):
    claims = read_text(said, language=language, said=date(2020, 12, 1), place=place).claims
    return [claim for claim in claims if claim.amount is not None]


TWO = [
    ("en", "Slovenia leans more on contributions than Czechia does: in 2019 they made 16.0 per cent of GDP in the one and 15.5 per cent in the other."),
    ("en", "Slovenia and Czechia are alike. In 2019 tax was 16 per cent of GDP in the one country and 15 per cent in the other."),
    ("en", "Slovenia and Czechia are alike: in the former it was 16 per cent of GDP, in the latter 15 per cent."),
    ("de", "Slowenien stützt sich mehr auf Beiträge als Tschechien: 2019 brachten sie im einen 16,0 Prozent des BIP und im anderen 15,5 Prozent."),
    ("de", "Slowenien und Tschechien: 2019 waren es 16,0 Prozent des BIP in dem einen Land und 15,5 Prozent in dem anderen."),
    ("mk", "Словенија собира повеќе придонеси од Чешка: во 2019 тие беа 16,0 проценти од БДП во едната и 15,5 проценти во другата."),
    ("mk", "Словенија и Чешка: во 2019 беа 16,0 проценти од БДП во едната земја и 15,5 проценти во другата земја."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), TWO)
def test_the_one_is_the_place_named_first(language: str, said: str) -> None:
    assert [claim.place for claim in _figures(language, said)] == ["SVN", "CZE"]


UNCLEAR = [
    ("en", "Italy, France and Spain differ: 16 per cent in the one and 15 per cent in the other."),
    ("en", "We are close to France: 16 per cent in the one and 15 per cent in the other."),
    ("de", "Italien, Frankreich und Spanien: 16 Prozent waren es im einen und 15 Prozent im anderen."),
    ("mk", "Италија, Франција и Шпанија: 16 проценти беа во едната и 15 проценти во другата."),
]


@pytest.mark.parametrize(("language", "said"), UNCLEAR)
def test_no_place_is_guessed_unless_two_were_named(language: str, said: str) -> None:
    for claim in _figures(language, said, "AUT"):
        assert claim.place is None
        assert "unread-place" in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Italy in 2019 and 2020: 5 percent in the one and 6 percent in the other."),
        ("en", "Unemployment in Italy was 5 percent in the one year and 6 percent in the other year."),
        ("de", "In Italien waren es im einen Jahr 5 Prozent und im anderen Jahr 6 Prozent."),
        ("mk", "Во Италија беа 5 проценти во едната година и 6 проценти во другата година."),
    ],
)
def test_the_one_may_be_a_year(language: str, said: str) -> None:
    assert {claim.place for claim in _figures(language, said)} == {"ITA"}
