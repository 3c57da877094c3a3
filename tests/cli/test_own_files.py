"""A user's own file answers a claim that its name, its columns, its sheet or its folder is about; one that was not used is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FILES = {
    "uk_inflation_cpi.csv": "month,observation\n2023-05,8.7\n2023-06,7.9\n2023-07,6.8\n",
    "unemployment/germany.csv": "year,value\n2019,3.0\n2020,3.6\n2021,3.6\n",
    "Unemployment rate MK.csv": "Year;Rate\n2019;17,3\n2020;16,4\n2021;15,7\n",
    "asylum_applications.csv": "year,country,applied\n2019,Australia,27000\n2020,Australia,15800\n2020,Austria,14800\n",
    "homicides.csv": "Country,2019,2020,2021\nUK,755,700,720\nUSA,16669,21570,22900\n",
    "recorded_crime.csv": "year,country,recorded crimes\n2020/21,United Kingdom,4600000\n2021/22,United Kingdom,5300000\n",
    "gdp_growth.csv": "date,gdp growth\n31.12.2020,-4.7\n31.12.2021,4.5\n31.12.2022,2.2\n",
    "eu_output.csv": "country,year,GDP (EUR m)\nGermany,2022,3953850\n",
    "land.csv": "country,year,forest area (1000 ha)\nGermany,2020,11419\n",
    "hom.csv": "country,year,homicide rate per 100000 people\nGermany,2020,0.9\n",
    "budget.csv": "Year,Spending on schools (million pounds)\n2020/21,52000\n2021/22,55000\n",
    "jobs.csv": "quarter,employment (thousands)\nMar-May 1992,25500\nJun-Aug 1992,25400\n",
    "unemployed.csv": "Jahr,Land,Arbeitslosenquote (%)\n2019,Deutschland,3.0\n2020,Deutschland,3.6\n",
    "murders.csv": "Jahr,Land,Tötungsdelikte\n2019,Deutschland,300\n2020,Deutschland,322\n",
    "mk.csv": "година,Стапка на невработеност (%)\n2020,16.4\n2021,15.7\n",
}
CLAIMS = [
    ("uk_inflation_cpi.csv", "GBR", "Inflation in the UK was 7.9 percent in June 2023."),
    ("unemployment/germany.csv", "DEU", "Unemployment in Germany stood at 3.6 percent in 2020."),
    ("Unemployment rate MK.csv", "MKD", "Our unemployment rate was 16.4 percent in 2020."),
    ("asylum_applications.csv", "AUS", "Australia received 15,800 asylum applications in 2020."),
    ("homicides.csv", "GBR", "There were 700 homicides in the UK in 2020."),
    ("recorded_crime.csv", "GBR", "Police recorded 5.3 million crimes in the United Kingdom in 2021/22."),
    ("gdp_growth.csv", "MKD", "Our economy grew by 4.5 percent in 2021."),
    ("eu_output.csv", "DEU", "The GDP of Germany was 3.95 trillion euros in 2022."),
    ("land.csv", "DEU", "Germany had 11.4 million hectares of forest in 2020."),
    ("hom.csv", "DEU", "There were 0.9 homicides per 100,000 people in Germany in 2020."),
    ("budget.csv", "GBR", "We spent 55 billion pounds on schools in 2021/22."),
    ("jobs.csv", "GBR", "In March to May 1992, 25.5 million people were in work in the UK."),
    ("unemployed.csv", "DEU", "The unemployment rate in Germany was 3.6 percent in 2020."),
    ("murders.csv", "DEU", "There were 322 homicides in Germany in 2020."),
    ("mk.csv", "MKD", "The unemployment rate in North Macedonia was 15.7 percent in 2021."),
]


def written(folder: Path, name: str) -> str:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(FILES[name], encoding="utf-8")
    return str(path)


def checked(workbench, path: str, place: str, text: str) -> dict:
    line = json.dumps({"id": "1", "text": text, "date": "2023-09-01", "place": place})
    return workbench("check", "--records", "--data", path, stdin=line).records[0]


@pytest.mark.parametrize(("name", "place", "text"), CLAIMS, ids=[name for name, *_ in CLAIMS])
def test_a_file_answers_what_its_name_and_columns_are_about(workbench, tmp_path, name, place, text):
    found = checked(workbench, written(tmp_path, name), place, text)
    assert found["outcome"] == "supported", found["why"]


@pytest.mark.parametrize(
    ("name", "place", "text"), [row for row in CLAIMS if "UK" in row[2] or row[0].startswith("unemployment/")]
)
def test_a_file_of_one_country_answers_for_no_other(workbench, tmp_path, name, place, text):
    if name == "jobs.csv":  # it names no country: the claim's is taken, and that is told
        told = [
            each["kind"] for each in checked(workbench, written(tmp_path, name), place, text)["findings"][0]["caveats"]
        ]
        assert "place-guessed" in told
        return
    elsewhere = text.replace("the UK", "France").replace("Germany", "France")
    assert checked(workbench, written(tmp_path, name), "FRA", elsewhere)["outcome"] == "undecided"


@pytest.mark.parametrize("column", ["Arbeitslosenquote der Krelltaler", "Arbeitslosenquote Frauen (%)"])
def test_a_title_in_another_language_is_read_whole_or_not_at_all(workbench, tmp_path, column):
    """The rate of some people, whether their word is known or not, is not the country's rate."""
    own = tmp_path / "rates.csv"
    own.write_text(f"Jahr,Land,{column}\n2019,Deutschland,3.0\n2020,Deutschland,9.9\n", encoding="utf-8")
    said = "The unemployment rate in Germany was 3.6 percent in 2020."
    assert checked(workbench, str(own), "DEU", said)["outcome"] == "undecided"


@pytest.fixture
def claim(workbench, tmp_path) -> str:
    statement = tmp_path / "said.txt"
    statement.write_text("Our economy grew by 4.5 percent in 2021.", encoding="utf-8")
    workbench("import", statement, "--json")
    return workbench("claims", "--json").records[0]["id"]


def told(ran) -> list[str]:
    return [each["message"] for each in ran.records[0]["problems"] if each["kind"] == "own-file-unused"]


def test_a_file_that_was_given_and_not_used_is_named_with_the_reason(workbench, tmp_path, claim):
    ran = workbench("--offline", "research", claim, "--data", written(tmp_path, "homicides.csv"), "--json")
    assert len(told(ran)) == 1
    assert "was given and not used: " in told(ran)[0]
    assert "homicides" in told(ran)[0]
    ran = workbench("--offline", "research", claim, "--data", written(tmp_path, "gdp_growth.csv"), "--json")
    assert not told(ran)


@pytest.mark.parametrize("name", ["file", "gdp-growth"])
def test_file_and_its_own_name_are_one_name(workbench, tmp_path, claim, name):
    own = ("--data", written(tmp_path, "gdp_growth.csv"))
    ran = workbench("--offline", "research", claim, *own, "--series", f"{name}:gdp growth", "--json")
    assert ran.code in {0, 3}, ran.err  # offline, the services have nothing in the archive
    found = ran.records[0]
    assert found["findings"][0]["series"] == "gdp-growth:gdp growth"
    assert workbench("rate", claim, "true", "--series", f"{name}:gdp growth").code == 0
    assert workbench("exclude", claim, f"{name}:gdp growth").code == 0


GROUPS = "year,country,sex,paid jobs (%)\n2021,Germany,F,4.5\n2021,Germany,M,4.1\n"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("file:paid jobs (%)?sex=F", "groups:paid jobs (%25)?sex=F"),
        ("groups:Paid jobs (%)?Sex=f", "groups:paid jobs (%25)?sex=F"),
        ("file:paid jobs (%)", "groups:paid jobs (%25)"),  # which part is left open, and told
    ],
)
def test_a_series_of_a_file_may_be_typed_as_the_file_has_it(workbench, tmp_path, claim, typed, read):
    own = tmp_path / "groups.csv"
    own.write_text(GROUPS, encoding="utf-8")
    ran = workbench("--offline", "research", claim, "--data", own, "--series", typed, "--json")
    assert ran.code in {0, 3}, ran.err
    assert ran.records[0]["findings"][0]["series"] == read


def test_a_name_that_no_file_has_is_told_with_those_it_has(workbench, tmp_path, claim):
    ran = workbench(
        "--offline", "research", claim, "--data", written(tmp_path, "gdp_growth.csv"), "--series", "file:gdp grwth"
    )
    assert (ran.code, "Did you mean gdp growth?" in ran.err) == (2, True)
    empty = tmp_path / "empty.csv"
    empty.write_text("a,b\nx,y\n", encoding="utf-8")
    ran = workbench("--offline", "research", claim, "--data", empty, "--series", "file:gdp growth")
    assert "no table with times and figures" in ran.err
    assert "There is no series" not in ran.err


def test_a_file_stands_first_on_a_desk_that_remembers_other_choices(workbench, tmp_path, claim):
    """A pick for an earlier claim is no word on the file that is given for this one; one for this very claim is."""
    own, other = ("--data", written(tmp_path, "gdp_growth.csv")), "worldbank:NY.GDP.MKTP.KD.ZG"
    earlier = tmp_path / "earlier.txt"
    earlier.write_text(
        "Our economy grew by 2.2 percent in 2022. Our economy grew by 3.2 percent in 2023.", encoding="utf-8"
    )
    workbench("import", earlier)
    for each in workbench("claims", "--json").records:
        if each["id"] != claim:
            workbench("--offline", "research", each["id"], "--series", other)

    def first() -> str:
        return workbench("--offline", "research", claim, *own, "--json").records[0]["candidates"][0]["series"]

    assert first() == "gdp-growth:gdp growth"
    workbench("--offline", "research", claim, "--series", other)
    assert first() == other


def test_a_file_that_failed_and_is_given_no_more_is_told_of_no_more(workbench, tmp_path, claim):
    broken = tmp_path / "broken.csv"
    broken.write_bytes(bytes(range(256)))
    research = ("--offline", "research", claim, "--json")
    assert "broken.csv" in {each["where"] for each in _problems(workbench(*research, "--data", broken))}
    named = workbench(*research, "--data", written(tmp_path, "gdp_growth.csv"), "--series", "file:gdp growth")
    told = {each["where"] for each in _problems(named)}
    assert "broken.csv" not in told
    assert told, "what was told of the services still is"


def _problems(ran) -> list[dict]:
    return ran.records[0]["problems"]
