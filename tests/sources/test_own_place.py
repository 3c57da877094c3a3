"""What `sources._cube.observations` keeps of a cell beside its figure: the service's own code of the place, and every letter of its mark."""

from __future__ import annotations

from types import MappingProxyType

from sources._cube.cube import Axis, Cell, Cube, Member, Role
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import CellReading, observed
from workbench.core.series import SeriesRef, Status

PLACES = Axis(
    "geo", "Country", (Member("EL", "Greece"), Member("GRC", "Greece"), Member("XX9", "Somewhere")), Role.PLACE
)
TIMES = Axis("time", "Time", (Member("2020", "2020"), Member("2021", "2021")), Role.TIME)
FLAGS = MappingProxyType({"b": Status.BREAK, "p": Status.PROVISIONAL, "c": Status.SUPPRESSED})


def read(*cells: Cell):
    cube = Cube(title="Unemployment", axes=(PLACES, TIMES), scan=lambda only: iter(cells))
    reading = CellReading(title="Office", flags=FLAGS)
    return observed(
        cube, SeriesRef("office", "u"), MemberChoice(MappingProxyType({})), reading, snapshot="s"
    ).observations


def test_the_services_code_of_a_place_is_kept_where_it_is_not_ours():
    """Greece is EL to Eurostat; a place that has no code of ours keeps the service's as its own."""
    own = [read(Cell((code, "2021"), "14.7"))[0] for code in ("EL", "GRC", "XX9")]
    assert [(one.place, one.own_place) for one in own] == [("GRC", "EL"), ("GRC", ""), ("XX9", "")]


def test_it_is_kept_where_there_is_no_figure():
    assert read(Cell(("EL", "2021"), "", "c"))[0].own_place == "EL"


def test_the_lesser_letters_of_a_mark_become_a_note():
    """A break outweighs "provisional", which is still told; the office's own words for its mark go before ours."""
    both, worded, one = read(
        Cell(("EL", "2020"), "14.7", "bp"),
        Cell(("XX9", "2020"), "1", "bp", note="broken"),
        Cell(("EL", "2021"), "1", "b"),
    )[:3]
    found = {(o.own_place or o.place, o.period.label): (o.status, o.note) for o in (both, worded, one)}
    assert found == {
        ("EL", "2020"): (Status.BREAK, "also marked provisional"),
        ("EL", "2021"): (Status.BREAK, ""),
        ("XX9", "2020"): (Status.BREAK, "broken"),
    }


def test_the_world_bank_writes_the_union_its_own_way():
    """EUU to the Bank, EU27 here."""
    from sources._worldbank.answer_reader import read_page, read_rows

    rows = b'{"indicator":{"id":"I","value":"People"},"country":{"id":"%s"},"countryiso3code":"%s","date":"2021","value":%s}'
    body = b'[{"page":1,"pages":1},[%s]]' % b",".join(
        rows % cells for cells in ((b"EU", b"EUU", b"1786038"), (b"EU", b"EUU", b"null"), (b"MK", b"MKD", b"2065092"))
    )
    found, problems = read_rows(SeriesRef("worldbank", "I"), read_page(body), "s")
    assert problems == []
    assert [(one.place, one.own_place) for one in found] == [("EU27", "EUU"), ("EU27", "EUU"), ("MKD", "")]
