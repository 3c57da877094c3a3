"""Claims on crossings of the Union's borders find Frontex' series first, those by route the route's, and those of one nation none."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.catalogue import starter
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_ranking import ListedTitles, candidates_of

UNION = [
    ("en", "Illegal border crossings into the EU rose by 64 percent in 2022.", "all"),
    ("en", "330,000 people crossed illegally into the EU in 2022.", "all"),
    ("en", "Frontex detected 239,000 illegal border crossings in 2024.", "all"),
    ("de", "Die Zahl der irregulären Grenzübertritte in die EU stieg 2022 um 64 Prozent.", "all"),
    ("mk", "Илегалните премини на надворешните граници на ЕУ пораснаа за 64 отсто во 2022 година.", "all"),
    ("en", "Illegal border crossings on the Western Balkan route rose by 64 percent in 2022.", "western-balkans"),
    ("en", "Irregular arrivals via the Central Mediterranean fell by 59 percent in 2024.", "central-mediterranean"),
    ("de", "Auf der Westbalkanroute gab es 2022 rund 145.000 irreguläre Grenzübertritte.", "western-balkans"),
    ("de", "Die irregulären Grenzübertritte über das zentrale Mittelmeer sanken 2024 um 59 Prozent.", "central-mediterranean"),
    ("mk", "Илегалните премини по западнобалканската рута паднаа за 78 отсто во 2024 година.", "western-balkans"),
    ("mk", "Илегалните премини на централната медитеранска рута паднаа за 59 отсто во 2024 година.", "central-mediterranean"),
]  # fmt: skip
NATIONS = [
    ("Poland stopped 30,000 attempts to cross the border illegally in 2023.", None),
    ("Poland recorded 30,000 illegal border crossings in 2023.", None),
    ("There were 12,400 illegal border crossings into Germany in 2022.", None),
    ("We stopped 16,000 attempts of illegal border crossing in 2021.", "MKD"),
    ("Illegal crossings of the Channel fell by 30 percent in 2023.", "GBR"),
]


@pytest.fixture(scope="module")
def titles() -> ListedTitles:
    return ListedTitles(starter())


def usable(titles: ListedTitles, **said: str | None) -> list[str]:
    record = Record(id="1", date=date(2026, 2, 1), **said)
    found = candidates_of(record, titles=lambda: titles, limit=40)["candidates"]
    return [each["series"] for each in found if each["class"] == "usable"]


@pytest.mark.parametrize(("language", "text", "key"), UNION)
def test_a_claim_of_the_unions_borders_finds_its_series_first(titles, language, text, key):
    assert usable(titles, text=text, language=language)[:1] == [f"frontex:{key}"]


@pytest.mark.parametrize(("text", "place"), NATIONS)
def test_a_nations_claim_is_not_answered_by_the_unions_figure(titles, text, place):
    assert not [name for name in usable(titles, text=text, place=place) if name.startswith("frontex:")]
