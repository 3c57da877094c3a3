"""A claim of a part of a country is answered by the office of that part, in three languages, and never by the country's figure."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.catalogue import starter
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_ranking import ListedTitles, candidates_of

NISRA = [
    Series(ref=SeriesRef("pxstat", "NISRA/LMS01"), title="Unemployment rate", unit=PERCENT),
    Series(ref=SeriesRef("pxstat", "NISRA/MYE01"), title="Population", unit=Unit(Dimension.COUNT, "person")),
]
CLAIMS = [
    ("en", "Unemployment in Northern Ireland was 2.4 percent in 2023.", "LMS01"),
    ("en", "Northern Ireland's population was 1.9 million in 2021.", "MYE01"),
    ("de", "Die Arbeitslosenquote in Nordirland lag 2023 bei 2,4 Prozent.", "LMS01"),
    ("mk", "Невработеноста во Северна Ирска беше 2,4 отсто во 2023 година.", "LMS01"),
]


@pytest.fixture(scope="module")
def titles() -> ListedTitles:
    return ListedTitles((*starter(), *NISRA))


def usable(titles: ListedTitles, text: str, language: str) -> list[str]:
    record = Record(id="1", text=text, language=language, date=date(2024, 6, 1))
    found = candidates_of(record, titles=lambda: titles, limit=60)["candidates"]
    return [each["series"] for each in found if each["class"] == "usable"]


@pytest.mark.parametrize(("language", "text", "table"), CLAIMS)
def test_a_claim_of_the_part_is_measured_by_its_office_alone(titles, language, text, table):
    assert usable(titles, text, language) == [f"pxstat:NISRA/{table}"]


@pytest.mark.parametrize("where", ["the United Kingdom", "Scotland", "Ireland"])
def test_the_office_of_a_part_measures_no_other_place(titles, where):
    found = usable(titles, f"Unemployment in {where} was 2.4 percent in 2023.", "en")
    assert not [name for name in found if "NISRA" in name]
