"""Claims of records compared with files of the user's own: which series, which place, which years."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from sources._files.data_file import DataFile
from sources._web.fetch import Fetcher
from workbench.cli.records.record_resources import check_answer
from workbench.compare import check, plan
from workbench.core.finding import Agreement, Finding
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_reading import read
from workbench.testing import MemoryArchive, utc_now

TABLE = """series,title,unit,place,time,value
old,Unemployment rate (old method),Percentage of labour force,Norte de Santander,1999,9.0
new,Unemployment rate,Percentage of labour force,Norte de Santander,2014,16.0
new,Unemployment rate,Percentage of labour force,Norte de Santander,2018,13.0
new,Unemployment rate,Percentage of labour force,Colombia,2014,9.1
new,Unemployment rate,Percentage of labour force,Colombia,2018,9.7
"""


@pytest.fixture
def data(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(TABLE, "utf-8")
    return (str(file),)


SAID = [
    # the words, what comes of them, the place whose figures were used
    ("In 2014 the unemployment rate in Colombia was 9.1 percent.", "supported", "Colombia"),
    ("In 2014 the unemployment rate in Norte de Santander was 16 percent.", "supported", "Norte de Santander"),
    ("In 2014 the unemployment rate in Norte de Santander was 11 percent.", "contradicted", "Norte de Santander"),
    (
        "The unemployment rate in Colombia rose from 9.1 percent in 2014 to 9.7 percent in 2018.",
        "supported",
        "Colombia",
    ),
    (
        "The unemployment rate in Colombia fell from 9.1 percent in 2014 to 9.7 percent in 2018.",
        "contradicted",
        "Colombia",
    ),
]


@pytest.mark.parametrize(("words", "outcome", "place"), SAID)
def test_a_place_of_the_file_is_the_one_that_is_meant(data, words, outcome, place):
    answer = check_answer(data)(Record("1", words))
    assert answer["outcome"] == outcome, answer["why"]
    assert place in answer["findings"][0]["title"]


def test_a_series_of_the_claims_years_goes_before_one_without(data):
    answer = check_answer(data)(Record("1", "In 1999 the unemployment rate in Norte de Santander was 9 percent."))
    assert answer["findings"][0]["series"].endswith(":old")


def test_a_claim_that_no_series_measures_is_left_open(data):
    answer = check_answer(data)(Record("1", "In 2014 Colombia exported 5 million tonnes of coffee."))
    assert answer["outcome"] == "undecided"
    assert answer["findings"] == []


# --- what the reader told reaches the answer


PAY = "Country,Sex,Year,Average pay (euros)\n"
ROWS = [
    # the file, what is said, the kind that is told, and what comes of it
    ("Germany,F,2020,90\nGermany,M,2020,110\n", "open", "part-unnamed", "undecided"),
    ("Germany,Total,2020,90\nGermany,Total,2020,110\n", "twice", "figure-twice", "undecided"),
    ("Germany,Total,2020,90\nNowhere,Total,2020,110\n", "stranger", "unknown-place", "supported"),
    ("Germany,Total,2020,90\nGermany,Total,2020,90\n", "same", "", "supported"),
]
SPOKEN = "In 2020 average pay in Germany was 90 euros."


@pytest.mark.parametrize(("rows", "name", "kind", "outcome"), ROWS)
def test_what_the_reader_told_reaches_the_finding(tmp_path, rows, name, kind, outcome):
    """In 2020 average pay in Germany was 90 euros."""
    file = tmp_path / f"{name}.csv"
    file.write_text(PAY + rows, "utf-8")
    answer = check_answer((str(file),))(Record("1", SPOKEN))
    assert answer["outcome"] == outcome, answer["why"]
    finding = answer["findings"][0]
    assert (kind in {each["kind"] for each in (*finding["caveats"], *finding["notes"])}) == bool(kind)


@pytest.mark.parametrize(("rows", "name", "kind", "outcome"), ROWS)
def test_research_on_the_same_file_tells_the_same(tmp_path, rows, name, kind, outcome):
    file = tmp_path / f"{name}.csv"
    file.write_text(PAY + rows, "utf-8")
    source = DataFile(str(file), "own")
    claim = read(Record("1", SPOKEN)).claims[0]
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True)

    async def asked() -> list[Finding]:
        series = [one async for page in source.catalogue(fetch) for one in page.series]
        found = await source.observations(fetch, plan(claim, series[0]))
        return list(check(claim, found.series, found.observations, today=date(2022, 1, 1), notices=found.problems))

    (finding, *_) = asyncio.run(asked())
    assert (finding.agreement is Agreement.UNDECIDED) == (outcome == "undecided")
    assert (kind in {each.kind for each in (*finding.caveats, *finding.notes)}) == bool(kind)


def test_a_total_that_is_empty_is_missing_and_its_parts_are_read(tmp_path):
    """The cell of the whole is a gap: no part stands in for it, and the rest of the file is there."""
    file = tmp_path / "gap.csv"
    file.write_text(PAY + "Germany,men,2020,90\nGermany,women,2020,80\nGermany,total,2020,\n", "utf-8")
    answer = check_answer((str(file),))
    whole, part = (
        answer(Record("1", words)) for words in (SPOKEN, "In 2020 average pay of women in Germany was 80 euros.")
    )
    assert (whole["outcome"], part["outcome"]) == ("undecided", "supported")
    assert "missing" in whole["why"]


MULTIPLIED = [
    ("population_millions.csv", "83", "In 2020 the population of Germany was 83 million.", "supported"),
    ("population_millions.csv", "83", "In 2020 the population of Germany was 83.", "contradicted"),
    ("population_in_thousands.csv", "83000", "In 2020 the population of Germany was 83 million.", "supported"),
    ("gdp_billion_euros.csv", "3400", "In 2020 the GDP of Germany was 3.4 trillion euros.", "supported"),
]


@pytest.mark.parametrize(("name", "figure", "words", "outcome"), MULTIPLIED)
def test_the_multiplier_in_a_files_name_counts(tmp_path, name, figure, words, outcome):
    file = tmp_path / name
    file.write_text(f"place,time,value\nDEU,2020,{figure}\nDEU,2019,{figure}\n", "utf-8")
    answer = check_answer((str(file),))(Record("1", words))
    assert answer["outcome"] == outcome, answer["why"]


def test_a_tidy_file_tells_of_a_series_what_is_wrong_with_its_own_rows(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(
        TABLE + "new,Unemployment rate,Percentage of labour force,Colombia,2014,9.9\nold,x,%,Colombia,2014,many\n"
    )
    answer = check_answer((str(file),))(Record("1", SAID[0][0]))
    assert answer["outcome"] == "undecided"
    (twice,) = [each["says"] for each in answer["findings"][0]["caveats"] if each["kind"] == "figure-twice"]
    assert "Colombia, 2014 (9.1 and 9.9)" in twice
    assert "bad-row" not in {each["kind"] for each in answer["findings"][0]["notes"]}


def test_what_is_wrong_with_a_file_is_told_where_nothing_was_found(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(PAY + "Germany,Total,2020,90\nNowhere,Total,2020,110\n", "utf-8")
    answer = check_answer((str(file),))(Record("1", "In 2014 Colombia exported 5 million tonnes of coffee."))
    assert [each["kind"] for each in answer["problems"]] == ["unknown-place"]


def test_two_files_with_series_of_one_name_are_not_mixed(tmp_path):
    paths = []
    for number, figure in enumerate(("90", "110")):
        file = tmp_path / f"{number}.csv"
        file.write_text(f"{PAY}Germany,Total,2020,{figure}\n", "utf-8")
        paths.append(str(file))
    answer = check_answer(tuple(paths))(Record("1", SPOKEN))
    assert {each["measured"] for each in answer["findings"]} == {"90"}
    assert answer["outcome"] == "undecided", "the other file says otherwise"
    assert "which gives another answer" in answer["why"]


# --- what is not sure to measure the claim


DOUBTED = """series,title,unit,place,time,value
jobless,Unemployment rate,%,MKD,2021,15.4
deaths,Deaths,persons,MKD,2021,28516
capital,"Deaths, Skopje region",persons,MK008,2021,9000
gdp,Gross domestic product at current prices,million denars,MKD,2021,720000
trade,Balance of trade in goods,million euro,DEU,2021,180000
imports,Plastic waste imports,tonnes,NLD,2018,550000
imports,Plastic waste imports,tonnes,NLD,2019,580000
exports,Plastic waste exports,tonnes,NLD,2018,380000
exports,Plastic waste exports,tonnes,NLD,2019,390000
"""

IN_DOUBT = [
    ("Youth unemployment in North Macedonia was 15.4 percent in 2021.", "jobless", "does not count the young apart"),
    ("Bread cost 45 denars in North Macedonia in 2021.", "gdp", "shares only"),
    ("Germany's budget surplus in 2021 was 64 billion euro.", "trade", "shares only"),
    (
        "Of all deaths in North Macedonia in 2021, 9,000 were in the Skopje region.",
        "deaths",
        "a part of the country apart",
    ),
    (
        "Dutch ports imported one and a half times the plastic waste they exported in 2019.",
        "imports",
        "“Plastic waste exports”",
    ),
]


@pytest.fixture
def doubted(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(DOUBTED, "utf-8")
    return (str(file),)


@pytest.mark.parametrize(("words", "series", "why"), IN_DOUBT)
def test_the_likeliest_series_is_shown_with_the_doubt_and_decides_nothing(doubted, words, series, why):
    answer = check_answer(doubted)(Record("1", words))
    assert answer["outcome"] == "undecided"
    assert "It is not sure that" in answer["why"]
    assert why in answer["why"]
    assert answer["findings"][0]["series"].endswith(f":{series}")
    assert {found["agreement"] for found in answer["findings"]} == {"undecided"}


def test_spare_words_leave_the_right_series_to_decide(doubted):
    words = "I can confirm that the unemployment rate is 15.4 percent in 2021 in North Macedonia."
    assert check_answer(doubted)(Record("1", words))["outcome"] == "supported"


ALIKE = """series,title,unit,place,time,value
a,Wages of teachers,euro,DEU,2021,{}
b,Wages of nurses,euro,DEU,2021,{}
"""


@pytest.mark.parametrize(
    ("figures", "outcome"), [((100, 100), "supported"), ((100, 200), "undecided"), ((200, 300), "contradicted")]
)
def test_two_series_that_measure_it_alike_decide_where_they_answer_alike(tmp_path, figures, outcome):
    file = tmp_path / "mine.csv"
    file.write_text(ALIKE.format(*figures), "utf-8")
    answer = check_answer((str(file),))(Record("1", "Wages in Germany were 100 euro in 2021."))
    assert answer["outcome"] == outcome, answer["why"]


def test_a_part_that_the_reviewer_named_is_the_one_that_is_meant(workbench, home):
    """The file has women and men, the claim says neither: research leaves it open, and a series named on purpose decides."""
    (home / "pay.csv").write_text(PAY + "Germany,F,2020,90\nGermany,M,2020,110\n", "utf-8")
    (home / "speech.txt").write_text(SPOKEN, "utf-8")
    workbench("import", home / "speech.txt")
    (claim,) = [each["id"] for each in workbench("claims", "--json").records]
    own = ("--offline", "research", claim, "--data", home / "pay.csv", "--json")
    found = [each for each in workbench(*own).records[0]["findings"] if each["series"].startswith("pay:")]
    assert {each["agreement"] for each in found} == {"undecided"}
    assert "Sex (F, M), of which M was read" in " ".join(each["why"] for each in found)
    named = workbench(*own, "--series", "pay:Average pay (euros)?Sex=F").records[0]["findings"]
    assert [each["agreement"] for each in named if each["series"].endswith("Sex=F")] == ["exact"]
