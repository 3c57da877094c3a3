"""A period that stands right behind a figure is that figure's, in every language, whatever period stands before it."""

from __future__ import annotations

from datetime import date

from tests.each import each
from workbench.extract import read_text

BEHIND = {
    "en": ("in 2014", "during 2014", "for 2014", "(2014)"),
    "de": ("im Jahr 2014", "in 2014", "2014", "für 2014", "(2014)"),
    "mk": ("во 2014 година", "за 2014 година", "(2014)"),
}
SPEECHES = {
    "en": "From 10.2 litres per head in 2000, consumption fell to 9.6 litres {}.",
    "de": "Von 10,2 Litern pro Kopf im Jahr 2000 ging der Konsum auf 9,6 Liter {} zurück.",
    "mk": "Од 11,2 проценти во 2000 година, невработеноста падна на 9,6 проценти {}.",
}


@each(("language", "behind"), [(each, words) for each, many in BEHIND.items() for words in many])
def test_what_was_reached_is_of_the_period_behind_it_and_measured_from_the_one_before(language: str, behind: str):
    text = SPEECHES[language].format(behind)
    claims = read_text(text, said=date(2016, 2, 1), language=language).claims
    reached = next(claim for claim in claims if claim.change is not None)
    assert reached.period is not None
    assert (str(reached.period.value), str(reached.change.value.base)) == ("2014", "2000")


@each(("language", "behind"), [(each, words) for each, many in BEHIND.items() for words in many])
def test_a_level_too(language: str, behind: str):
    speech = {
        "en": "Nobody liked 2000; unemployment was 9.6 percent {}.",
        "de": "Keiner mochte 2000; die Arbeitslosenquote lag bei 9,6 Prozent {}.",
        "mk": "Никој не ја сакаше 2000 година; невработеноста беше 9,6 проценти {}.",
    }[language].format(behind)
    (claim,) = read_text(speech, said=date(2016, 2, 1), language=language).claims
    assert claim.period is not None
    assert str(claim.period.value) == "2014"
