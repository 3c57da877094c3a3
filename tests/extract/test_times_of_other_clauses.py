"""The time of a relative clause is its own, and a label is that of the figure behind it."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2020, 6, 22)

RELATIVE = [
    ("en", "In Rwanda, where women hold more than six in ten seats, men have been a minority since 2009."),
    ("en", "Rwanda, whose women hold 60 percent of the seats, has led the list since 2009."),
    ("de", "In Ruanda, wo Frauen mehr als sechs von zehn Sitzen innehaben, sind die Männer seit 2009 in der Minderheit."),
    ("mk", "Во Руанда, каде што жените држат повеќе од шест од десет места, мажите уште од 2009 година се малцинство."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said"), RELATIVE)
def test_the_time_of_the_main_clause_is_none_of_the_relative_clause(language: str, said: str):
    claim = read_text(said, language=language, said=SAID).claims[0]
    assert claim.period is None


def test_the_time_inside_of_a_relative_clause_is_its_own():
    said = "In Rwanda, where women held 60 percent of the seats in 2018, men have been few since 2009."
    assert str(read_text(said, said=SAID).claims[0].period.value) == "2018"


@pytest.mark.parametrize(
    "said",
    [
        "Kenya: infant deaths, 2016: 53,000 (2000: 77,000).",
        "Kenya, infant deaths. 2016: 53,000; 2000: 77,000.",
        "Infant deaths in Kenya 2016: 53,000 – 2000: 77,000.",
    ],
)
def test_a_label_belongs_to_the_figure_behind_it(said: str):
    claims = read_text(said, said=SAID).claims
    assert [(str(claim.amount.value.low), str(claim.period.value)) for claim in claims] == [
        ("53000", "2016"),
        ("77000", "2000"),
    ]
