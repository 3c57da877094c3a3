"""Recorded bodies of PxWeb installations, read in place: each is read, or refused with a sentence.

33 files: 11 tables of figures, 4 descriptions of tables, 4 lists, 2 of what is allowed, 1 code list; and 11 that are no answers: 9 questions
to an installation, a list of installations, a server's settings.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from sources._cube.cube import Cube, Role
from sources._cube.member_choice import choose
from sources._cube.observations import CellReading, Observed, observed
from sources._cube.table_key import TableKey
from sources._formats.px.times import reader_of
from sources._pxweb.folder_lists import AnswerLimits, Listing
from sources._pxweb.status_flags import FLAGS
from sources._pxweb.table_metadata import PxTable
from sources._pxweb.variable_roles import Arranged, arranged
from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask

from .any_pxweb import read_pxweb

REF = SeriesRef("pxweb", "x")


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "sources" / "recorded" / "pxweb"


def kind_of(body: bytes) -> str:
    try:
        return type(read_pxweb("PxWeb", body)).__name__
    except WorkbenchError as error:
        assert error.message.endswith(".")
        assert error.hint
        return "refused"


def test_every_recorded_body_is_read_or_refused_with_a_sentence(folder: Path):
    found = Counter(kind_of(file.read_bytes()) for file in folder.rglob("*") if file.is_file())
    assert found == {"Cube": 11, "PxTable": 4, "Listing": 4, "AnswerLimits": 2, "refused": 12}


def series_of(cube: Cube, place: str = "MKD", key: str = "x") -> tuple[Arranged, Observed]:
    """Return the observations of one series of a table, its members settled by rule."""
    about = arranged(PxTable(title=cube.title, axes=cube.axes), place)
    choice = choose("PxWeb", about.axes, TableKey.parse(key), Ask(REF, (), 1900, 2100))
    (time, *_) = about.times
    whole = Cube(title=cube.title, axes=about.axes, scan=cube.scan)
    reading = CellReading(
        title="PxWeb", flags=FLAGS, time=reader_of(time), only_place="" if about.of_role(Role.PLACE) else place
    )
    return about, observed(whole, REF, choice, reading, snapshot="s")


def test_each_table_of_figures_gives_a_series_whose_figures_stand_in_the_body(folder: Path):
    counted = 0
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or kind_of(body := file.read_bytes()) != "Cube":
            continue
        cube = read_pxweb("PxWeb", body)
        assert isinstance(cube, Cube)
        _, seen = series_of(cube, "NOR" if "ssb" in file.name else "MKD" if "makstat" in str(file) else "SWE")
        assert seen.observations, file.name
        assert not seen.problems, (file.name, seen.problems)
        for one in seen.observations[:5]:
            if one.value is not None and one.evidence:
                assert read_figure(one.evidence, body) == one.value
        counted += 1
    assert counted == 11


def test_the_average_net_wage_of_2025(folder: Path):
    cube = read_pxweb("MakStat", (folder / "makstat" / "avg_wage_annual_2011_2025.json").read_bytes())
    assert isinstance(cube, Cube)
    _, seen = series_of(cube)
    assert seen.observations[-1].value == Decimal(45198)


def test_deaths_of_the_country_are_taken_and_not_those_of_a_region(folder: Path):
    cube = read_pxweb("MakStat", (folder / "makstat" / "deaths_by_age_region_2005_2025.json").read_bytes())
    assert isinstance(cube, Cube)
    about, seen = series_of(cube)
    assert (about.regions, about.home) == ("Регион", "000")
    assert {one.period.label: one.value for one in seen.observations}["2021"] == 28516


def test_the_same_table_says_the_same_in_px_and_in_its_description(folder: Path):
    """The demonstration tables of PxWeb: the file and what version 2 says of it."""
    for name in ("tab001", "tab003", "tab004"):
        cube = read_pxweb("PxWeb", (folder / "pxwebapi2" / f"{name.upper()}.px").read_bytes())
        table = read_pxweb("PxWeb", (folder / "pxwebapi2" / f"MetadataById_{name}_js2.json").read_bytes())
        assert isinstance(cube, Cube)
        assert isinstance(table, PxTable)
        for mine, theirs in zip(cube.axes, table.axes, strict=True):
            assert (mine.code, mine.label, mine.role) == (theirs.code, theirs.label, theirs.role)
            assert {(m.code, m.label) for m in mine.members} == {(m.code, m.label) for m in theirs.members}


def test_a_table_of_many_countries_has_them_as_its_places(folder: Path):
    table = read_pxweb("PxWeb", (folder / "pxwebapi2" / "MetadataById_tab001_js2.json").read_bytes())
    assert isinstance(table, PxTable)
    axis = arranged(table, "SWE").of_role(Role.PLACE)
    assert axis is not None
    assert axis.code == "REGION"


def test_lists_and_limits(folder: Path):
    listing = read_pxweb("PxWeb", (folder / "pxwebapi2" / "ListAllTables.json").read_bytes())
    assert isinstance(listing, Listing)
    assert (len(listing.rows), listing.pages, listing.total) == (5, 1, 5)
    assert listing.rows[0].under == ("Environment", "Miscellaneous")
    allowed = read_pxweb("MakStat", (folder / "makstat" / "config.json").read_bytes())
    assert allowed == AnswerLimits(values=1000, cells=100000)
