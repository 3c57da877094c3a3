"""How old a series is, what its source told, and how its figures are printed: said beside the finding, never in the way of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.compare import check
from workbench.compare.judging.source_notices import sorted_notices
from workbench.core.errors import Problem
from workbench.core.evidence import Evidence
from workbench.report.figure_citations import citing, source_phrases

YEARS = {"2017": "300", "2018": "91"}


def kinds(found):
    return [caveat.kind for caveat in found.caveats]


STALE = [
    # the series, the day of the words, whether it is stale on that day
    (YEARS, "2021-12-31", False),
    (YEARS, "2022-02-01", True),
    ({"2017-Q4": "5", "2018-Q4": "91"}, "2020-04-30", False),
    ({"2017-Q4": "5", "2018-Q4": "91"}, "2020-05-01", True),
    ({"2018-11": "5", "2018-12": "91"}, "2019-10-31", False),
    ({"2018-11": "5", "2018-12": "91"}, "2019-11-01", True),
]


@pytest.mark.parametrize(("figures", "said", "stale"), STALE)
def test_a_series_is_stale_well_beyond_what_its_pace_promises(make, figures, said, stale):
    """On that day it was said: "There were 91 applications in 2018." Yearly figures may be three years old, monthly nine months."""
    claim = make.level("91", "application", period=list(figures)[-1], said=said)
    found = check(claim, make.series(), make.rows(figures), today=date(2030, 1, 1))[0]
    assert ("stale" in kinds(found)) is stale
    if stale:
        told = next(caveat.says for caveat in found.caveats if caveat.kind == "stale")
        assert "has no figure after" in told


def test_words_of_an_unknown_day_about_a_named_year_need_no_newer_figure(make):
    named = check(make.level("91", "application", period="2018"), make.series(), make.rows(YEARS), today=make.today)
    assert "stale" not in kinds(named[0])
    latest = check(make.level("91", "application", period=None), make.series(), make.rows(YEARS), today=make.today)
    assert "stale" in kinds(latest[0])


def test_an_office_that_says_its_table_is_frozen_is_not_talked_over(make):
    told = (Problem("Eurostat", "the table is no longer updated.", "See eurostat:B.", "frozen-table"),)
    claim = make.level("91", "application", period="2018", said="2025-01-01")
    found = check(claim, make.series(), make.rows(YEARS), today=make.today, notices=told)[0]
    assert [kind for kind in kinds(found) if kind in {"stale", "frozen-table"}] == ["frozen-table"]
    assert "Eurostat: the table is no longer updated." in [caveat.says for caveat in found.caveats]
    assert "Eurostat: See eurostat:B." in [str(note) for note in found.notes]


def test_what_was_told_changes_neither_the_figure_nor_the_findings_name(make):
    claim = make.level("91", "application", period="2018")
    bare = check(claim, make.series(), make.rows(YEARS), today=make.today)
    told = (Problem("Office", "a projection.", "", "may-be-forecast"), Problem("Office", "first.", "", "member-chosen"))
    with_it = check(claim, make.series(), make.rows(YEARS), today=make.today, notices=told)
    assert [(f.id, f.agreement, f.measured) for f in with_it] == [(f.id, f.agreement, f.measured) for f in bare]


PROBLEMS = st.builds(
    Problem, st.text(max_size=5), st.text(max_size=5), st.text(max_size=5), st.sampled_from(["frozen-table", "x", ""])
)


@given(st.lists(PROBLEMS, max_size=6))
def test_nothing_told_is_lost_and_nothing_said_twice(told):
    found = sorted_notices(told)
    said = [*(caveat.says for caveat in found.caveats), *(str(note) for note in found.notes)]
    bearing = {problem for problem in told if problem.kind == "frozen-table"}
    to_do = {f"{problem.where}: {problem.hint}" for problem in bearing if problem.hint}
    assert set(said) == {str(problem) for problem in set(told) - bearing} | {each.says for each in bearing} | to_do
    assert len({caveat.says for caveat in found.caveats}) == len(found.caveats)
    assert len(set(found.notes)) == len(found.notes)


def test_a_figure_in_thousands_is_written_out_and_the_offices_own_code_told(make):
    """The table says 82.5 under "MK"; the finding says 82,500 for North Macedonia."""
    row = replace(
        make.rows({"2021": "82500"})[0], evidence=Evidence("s" * 64, ("/value/7",), Decimal(1000)), own_place="MK"
    )
    series = make.series("person", updated=date(2025, 4, 1), method="https://office.example/how")
    found = check(make.level("82500", "person"), series, [row], today=make.today)[0]
    assert citing(found).scales == ("82.5 thousand persons = 82,500",)
    assert source_phrases(found)[:2] == ("last updated 2025-04-01", "North Macedonia stands there as MK")
    assert citing(replace(found, series=None)).publisher == ""


def test_a_note_that_the_definition_says_is_not_said_again(make):
    series = make.series(description="Persons. Appeals are left out.", notes=("Appeals are left out.", "Sex: Total"))
    found = check(make.level("91", "application"), series, make.rows({"2021": "91"}), today=make.today)[0]
    assert source_phrases(found, citing(found).definition) == ("Sex: Total",)
    assert source_phrases(found) == ("Appeals are left out.", "Sex: Total")
