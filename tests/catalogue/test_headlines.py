"""On day one, with no network: claims on 35 headline measures in 20 countries find a series that measures them."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from workbench.catalogue import starter
from workbench.core.source_coverage import covers
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_ranking import ListedTitles, candidates_of

pytestmark = pytest.mark.early

COUNTRIES = {
    "North Macedonia": "MKD", "Germany": "DEU", "France": "FRA", "the United Kingdom": "GBR", "Spain": "ESP",
    "Poland": "POL", "Serbia": "SRB", "Albania": "ALB", "Sweden": "SWE", "Norway": "NOR", "the United States": "USA",
    "Canada": "CAN", "Brazil": "BRA", "Mexico": "MEX", "India": "IND", "Japan": "JPN", "South Africa": "ZAF",
    "Nigeria": "NGA", "Kenya": "KEN", "Australia": "AUS",
}  # fmt: skip
MEASURES = tomllib.loads((Path(__file__).parent / "headline_claims.toml").read_text(encoding="utf-8"))
ASKED = 3
"""Candidates whose figures are fetched at once."""

LEAST = 0.93
"""Share of the claims that must be answered; outside Europe no office that is asked counts burglaries or knows what households pay for power."""


@pytest.fixture(scope="module")
def titles() -> ListedTitles:
    return ListedTitles(starter())


@pytest.fixture(scope="module")
def listed() -> dict:
    return {str(each.ref): each for each in starter()}


def answered(measure: dict, country: str, titles: ListedTitles, listed: dict) -> bool:
    text = measure["said"].format(c=country)
    record = Record(id="1", text=text[0].upper() + text[1:], date=date(2023, 6, 1))
    found = candidates_of(record, titles=lambda: titles, limit=12)["candidates"]
    usable = [each["series"] for each in found if each["class"] == "usable"][:ASKED]
    mine = [name for name in usable if name.startswith(tuple(measure["right"]))]
    return any((has := covers(listed[name])) is None or COUNTRIES[country] in has for name in mine)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("turns", [pytest.param(6, id="each sixth"), pytest.param(1, id="all", marks=pytest.mark.slow)])
def test_headline_claims_of_twenty_countries_find_a_series(titles, listed, turns, capsys: pytest.CaptureFixture[str]):
    """Each measure is claimed of a sixth of the countries, of which each has a sixth of the measures; where it is run slowly, of all."""
    pairs = [
        (name, country)
        for n, name in enumerate(MEASURES)
        for k, country in enumerate(COUNTRIES)
        if (n + k) % turns == 0
    ]
    by_measure, by_country = Counter(), Counter()
    for name, country in pairs:
        got = answered(MEASURES[name], country, titles, listed)
        by_measure[name] += got
        by_country[country] += got
    share = by_measure.total() / len(pairs)
    with capsys.disabled():
        print(f"\n{share:.1%} of {len(pairs)}; {dict(by_measure)}; {dict(by_country)}", end="")  # noqa: T201
    assert share >= LEAST


def test_every_right_series_is_in_the_list(listed):
    """A measure whose right series is not listed could never be answered; those that no office serves are known."""
    without = {
        name for name, each in MEASURES.items() if not any(ref.startswith(tuple(each["right"])) for ref in listed)
    }
    assert without <= {"crossings"}, without
