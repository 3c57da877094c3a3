"""What figures count and measure: the docstring or the row is the speech."""

from __future__ import annotations

import doctest
import importlib

import pytest

from workbench.extract.amounts import find_amounts


def said(speech: str) -> list[str]:
    """Each amount with its unit."""
    return [str(mention.noun) for mention in find_amounts(speech)]


@pytest.mark.parametrize("module", ["counted", "labels", "noun_phrases", "unit_sharing", "unit_table", "units"])
def test_the_examples_in_the_docstrings_run(module: str) -> None:
    assert doctest.testmod(importlib.import_module(f"workbench.extract.{module}")).failed == 0


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("45,000 full-time jobs were created.", ["45000 full-time job"]),
        ("About 3,000 non-governmental organisations took part.", ["about 3000 non-governmental organisation"]),
        ("We closed 14 state-owned mines.", ["14 state-owned mine"]),
        ("Some 650 18-hole golf courses have closed.", ["about 650 18-hole golf course"]),
        ("Two five-year plans were adopted.", ["2 five-year plan"]),
        ("There were 120 small-to-medium-sized farms.", ["120 small-to-medium-sized farm"]),
        ("He has two brothers-in-law.", ["2 brother-in-law"]),
        ("We delete 33,000 e-mails a day.", ["33000 e-mail per day"]),
    ],
)
def test_hyphens_hold_a_noun_phrase_together(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("Over 3,000 small and medium-sized enterprises closed.", ["more than 3000 small and medium-sized enterprise"]),
        ("Some 45,000 Syrian and Iraqi refugees came.", ["about 45000 syrian and iraqi refugee"]),
        ("Three hundred small, rural schools closed.", ["300 small rural school"]),
        ("150 men and 20 women died.", ["150 man", "20 woman"]),
        ("We employ 4,000 and they employ 300.", ["4000", "300"]),
        ("Of the 12, schools got most.", ["12"]),
    ],
)
def test_descriptions_are_joined_and_things_are_not(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize(
    ("speech", "amounts"),
    [
        ("They sold 63,000 Model 3 sedans.", ["63000 model 3 sedan"]),
        ("The airline grounded two new 737 Max jets.", ["2 new 737 max jet"]),
        ("We bought 12 F-16 fighter jets.", ["12 f-16 fighter jet"]),
        ("The plant fills eight million 250 ml bottles.", ["8000000 bottle"]),
        ("He printed 500 12-page leaflets.", ["500 12-page leaflet"]),
        ("Two of the three members left.", ["2 member"]),
        ("One poll shows the party 16 points ahead.", ["1 poll", "16 point"]),
        ("CLINTON: Nine million people—nine million people lost their jobs.", ["9000000 person", "9000000 person"]),
    ],
)
def test_a_figure_inside_a_name_is_no_amount_of_its_own(speech: str, amounts: list[str]) -> None:
    assert said(speech) == amounts


@pytest.mark.parametrize("speech", ["The 5G network is here.", "3D films are shown.", "See page 5.", "Turn to rule 12."])
def test_a_figure_that_names_counts_nothing(speech: str) -> None:
    assert said(speech) == []
