"""Who tells a figure behind it (", complained the deputy") names nothing that is measured; who denies it, jokes or foretells states nothing."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import Claim
from workbench.extract import read_text

TELLERS = {
    "de": ["unterstrich die Vorsitzende der Frauenunion", "betonte der Bauernverband", "klagte die neue Abgeordnete"],
    "mk": ["тврдеше пратеничката", "предупреди синдикалецот", "додаде здравственото друштво"],
}
SAID = {
    "de": "Die Arbeitslosenquote in Spanien lag 2013 bei 26,1 Prozent, {}.",
    "mk": "Невработеноста кај жените во Шпанија во 2013 година беше 26,1 отсто, {}.",
}
UNSTATED = ["dementierte der Minister", "bestritt der Minister", "scherzte der Minister", "prophezeite der Minister"]


def _claim(language: str, teller: str) -> Claim:
    (claim,) = read_text(SAID[language].format(teller), said=date(2015, 5, 1), language=language).claims
    return claim


@pytest.mark.parametrize(("language", "teller"), [(each, said) for each in TELLERS for said in TELLERS[each]])
def test_who_tells_it_behind_names_nothing(language: str, teller: str):
    claim, plain = _claim(language, teller), _claim(language, "2013")
    assert claim.measure == plain.measure
    assert not {word for each in claim.unread for word in each.value.split()}.intersection(teller.split())


@pytest.mark.parametrize("teller", UNSTATED)
def test_who_denies_or_invents_it_behind_states_nothing(teller: str):
    assert any(note.kind == "not-said-so" for note in _claim("de", teller).notes)
