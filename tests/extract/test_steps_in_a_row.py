"""Two quarters are no figure of exports in "Exports rose two quarters in succession", and not what is measured."""

from __future__ import annotations

import pytest

from workbench.core.claim import ClaimKind
from workbench.extract import read_text

SAID = {
    "en": (
        "Exports {rose} two quarters in succession.",
        "Exports {rose} three years in a row.",
        "Exports {rose} five years running.",
        "Exports {rose} four months on the trot.",
        "Exports {rose} three straight years.",
        "Exports {rose} 3 consecutive months.",
        "Exports {rose} six months back to back.",
    ),
    "de": (
        "Die Ausfuhren {rose} drei Jahre in Folge.",
        "Die Ausfuhren {rose} zwei Quartale nacheinander.",
        "Die Ausfuhren {rose} vier Monate hintereinander.",
    ),
    "mk": ("Извозот {rose} три години по ред.", "Извозот {rose} два квартали едноподруго."),
}
VERBS = {"en": ("rose", "fell"), "de": ("stiegen", "sanken"), "mk": ("порасна", "падна")}
EVERY = [(language, said, verb) for language, all_said in SAID.items() for said in all_said for verb in VERBS[language]]


@pytest.mark.parametrize(("language", "said", "verb"), EVERY)
def test_a_number_of_steps_is_no_figure(language, said, verb):
    """One claim of a change without a size, which goes on for so many steps; what is measured are the exports."""
    (claim,) = read_text(said.format(rose=verb), language=language).claims
    assert claim.kind is ClaimKind.CHANGE
    assert claim.amount is None
    assert claim.change.value.amount is None
    assert min(trend.count for trend in claim.trends) >= 2
    assert claim.measure_said.split()[-1] in {"Exports", "exports", "Ausfuhren", "Извозот"}


@pytest.mark.parametrize(("language", "said", "verb"), EVERY)
def test_the_size_of_each_step_stays_a_figure(language, said, verb):
    """The same with a size: "by 5 percent" is the change's own."""
    by = {"en": "by 5 percent", "de": "um 5 Prozent", "mk": "за 5 проценти"}[language]
    (claim,) = read_text(f"{said.format(rose=verb).removesuffix('.')} {by}.", language=language).claims
    assert claim.change.value.amount.value.low == 5


def test_who_did_a_thing_so_many_years_in_a_row_is_counted():
    """Where nothing goes up or down, the years are what is told; quarters are no halves even then."""
    (claim,) = read_text("Three years in a row, the village has won the cup.").claims
    assert claim.amount.value.low == 3
    assert [
        each for each in read_text("Growth was negative two quarters in a row.").claims if each.amount is not None
    ] == []
