"""What a sentence takes from the one before is measured by the series that settled it there."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.cli.records.record_resources import check_answer, own_files
from workbench.desk.batch.record import Record

ROWS = "".join(
    f"n,Unemployed people aged 16 and over,persons,GBR,{year},{count}\n"
    f"r,Unemployment rate,% of labour force,GBR,{year},{rate}\n"
    for year, count, rate in (
        (2009, 2_940_000, 7.6),
        (2010, 2_500_000, 7.9),
        (2011, 2_593_000, 8.1),
        (2012, 2_572_000, 8.0),
        (2013, 2_476_000, 9.9),
    )
)


@pytest.fixture
def answered(tmp_path):
    def answer(text: str, language: str = "en"):
        path = tmp_path / "data.csv"
        path.write_text(f"series,title,unit,place,time,value\n{ROWS}", "utf-8")
        own_files.cache_clear()
        return check_answer((str(path),))(Record("1", text, date(2014, 2, 15), "GBR", language=language))

    yield answer
    own_files.cache_clear()


FIRST = {
    "en": "In 2013 2,476,000 people were unemployed in the United Kingdom. ",
    "de": "2013 waren im Vereinigten Königreich 2.476.000 Menschen arbeitslos. ",
}


@pytest.mark.parametrize(
    ("then", "language"),
    [
        ("No year since 2009 shows a larger number.", "en"),
        ("It was the highest number since 2009.", "en"),
        ("Es war die höchste Zahl seit 2009.", "de"),
    ],
)
def test_a_record_is_looked_for_among_the_counts_and_not_the_rates(answered, then: str, language: str) -> None:
    """The rate is at its highest, the number is not."""
    answer = answered(FIRST[language] + then, language)
    assert answer["outcome"] != "supported"
    series = {found["series"] for found in answer["findings"] if found.get("series")}
    assert series == {"file:n"}


def test_what_was_not_settled_is_asked_anew(answered) -> None:
    answer = answered("In 2013 9,999,999 people were unemployed in the United Kingdom. The rate was 9.9 percent.")
    assert "file:r" in {found["series"] for found in answer["findings"] if found.get("series")}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2013 2,476,000 people were unemployed in the United Kingdom. In 2010 it was 3.9 million."),
        ("de", "2013 lag die Arbeitslosenquote im Vereinigten Königreich bei 9,9 Prozent. 2010 war sie bei 12,9."),
    ],
)
def test_the_series_that_bore_out_the_first_figure_refutes_the_second(answered, language: str, said: str):
    assert answered(said, language)["outcome"] == "contradicted"


def test_a_first_figure_that_is_not_borne_out_settles_no_series(answered):
    answer = answered("In 2013 2,000,000 people were unemployed in the United Kingdom. In 2010 it was 3.9 million.")
    assert answer["outcome"] == "contradicted"
    assert answer["findings"][0]["claimed"] == "2000000"
