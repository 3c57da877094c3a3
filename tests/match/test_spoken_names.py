"""A headline series is found under the name that speakers have for it, and keeps its own title."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from tests.each import each
from workbench.catalogue import starter
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_reading import read
from workbench.match import query_of, rank_series
from workbench.match.ranking.spoken_names import spoken_names
from workbench.match.words.normalisation import keys, naming

LISTED = {str(each.ref): each for each in starter()}
NAMED = [(name, said) for name in LISTED for said in spoken_names(name)]


def claim_of(text: str):
    return read(Record(id="1", text=text, date=date(2023, 6, 1))).claims[0]


def test_every_row_of_the_table_names_a_listed_series():
    rows = tomllib.loads(files("workbench.match").joinpath("spoken_names.toml").read_text(encoding="utf-8"))
    assert len(rows) > 30
    for name in rows:
        assert any(spoken_names(listed) and listed.startswith(name) for listed in LISTED), name


@each(("name", "said"), NAMED)
def test_a_spoken_name_says_what_is_measured_and_not_whom_else(name: str, said: str):
    """A name without a naming word would fit anything; women, youth and parts of a country are other series."""
    assert naming(keys(said)), said
    assert not {"women", "men", "youth", "foreign"} & set(said.split())
    assert said == said.lower()


CLAIMS = [
    ("worldbank:SH.MED.PHYS.ZS", "Brazil has 3.1 doctors per 1,000 people."),
    ("worldbank:SP.DYN.LE00.IN", "Life expectancy in Kenya was 66.4 years in 2021."),
    ("worldbank:VC.IHR.PSRC.P5", "There were 1.3 homicides per 100,000 people in Japan in 2020."),
    ("worldbank:GC.NLD.TOTL.GD.ZS", "The budget deficit of India was 4.2 percent of GDP in 2018."),
    ("worldbank:EP.PMP.SGAS.CD", "A litre of petrol in Nigeria cost 0.46 dollars in 2016."),
    ("unhcr:asylum-applications.coa", "Mexico received 21,500 asylum applications in 2022."),
]


@pytest.mark.parametrize(("name", "text"), CLAIMS)
def test_a_claim_in_spoken_words_has_a_usable_series_with_its_own_title(name: str, text: str):
    [found] = [each for each in rank_series(claim_of(text), [LISTED[name]], own=()) if str(each.series.ref) == name]
    assert found.usable, found.doubt
    assert found.series == LISTED[name]


def test_what_a_figure_is_a_share_of_is_not_what_it_measures():
    """A claim of "10.2 percent of GDP on pensions" was compared with the growth of GDP."""
    growth = [
        each for name, each in LISTED.items() if name in {"worldbank:NY.GDP.MKTP.KD.ZG", "worldbank:NY.GDP.MKTP.CD"}
    ]
    for text in ("Kenya spent 10.2 percent of GDP on pensions in 2019.", "Kenya spends 5 percent of GDP on roads."):
        assert query_of(claim_of(text)).base
        assert not any(each.usable for each in rank_series(claim_of(text), growth, own=()))
    grew = claim_of("The GDP of Kenya grew by 5 percent in 2019.")
    assert any(each.usable for each in rank_series(grew, growth, own=()))
