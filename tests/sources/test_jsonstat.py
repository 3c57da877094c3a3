"""JSON-stat is read as it is written: every digit, every member, every mark, and nothing that is not there.

The small bodies are our own. Population figures of Tuvalu are those of the sample on json-stat.org; unemployment rates are
Eurostat's (une_rt_a, read from its page on 2026-10-05).
"""

from __future__ import annotations

import json
import tracemalloc
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources._cube.cube import Cube, Role
from sources._formats.jsonstat.reader import read_cube, read_jsonstat
from tests.each import each
from workbench.core.errors import WorkbenchError, WrongAnswerError
from workbench.core.evidence import Evidence
from workbench.evidence.figure_by_pointer import read_figure

WHO = "An office"
SEX = {
    "label": "Sex",
    "category": {"index": {"T": 0, "M": 1, "F": 2}, "label": {"T": "Total", "M": "Men", "F": "Women"}},
}
YEAR = {"label": "Year", "category": {"index": ["2002", "2012"]}}


def dataset(**changed: object) -> dict:
    """Tuvalu's people by sex; 2012 is left open."""
    tree = {
        "version": "2.0",
        "class": "dataset",
        "label": "Population of Tuvalu",
        "source": "Wikipedia",
        "updated": "2012-12-27",
        "id": ["year", "sex"],
        "size": [2, 3],
        "dimension": {"year": YEAR, "sex": SEX},
        "value": [9561, 4729, 4832, None, None, None],
    } | changed
    return {key: part for key, part in tree.items() if part is not ...}


def body(tree: object) -> bytes:
    return json.dumps(tree, ensure_ascii=False).encode()


def cube(**changed: object) -> Cube:
    return read_cube(WHO, body(dataset(**changed)))


def texts(one: Cube, **only: str) -> dict[tuple[str, ...], str]:
    return {cell.codes: cell.text for cell in one.cells({axis: (code,) for axis, code in only.items()})}


# --- what is read ------------------------------------------------------------------------------------


def test_a_dataset_is_a_table_with_its_title_day_source_and_axes():
    one = cube(note=["De facto population.", "Rounded."], role={"time": ["year"]})
    assert (one.title, one.source, one.updated) == ("Population of Tuvalu", "Wikipedia", date(2012, 12, 27))
    assert one.notes == ("De facto population.", "Rounded.")
    assert [(axis.code, axis.label, axis.role) for axis in one.axes] == [
        ("year", "Year", Role.TIME),
        ("sex", "Sex", Role.OTHER),
    ]
    assert [member.label for member in one.axes[1].members] == ["Total", "Men", "Women"]


def test_cells_stand_row_by_row_with_the_digits_of_the_body():
    found = list(cube().cells())
    assert [(c.codes, c.text, c.pointer) for c in found[:2]] == [
        (("2002", "T"), "9561", "/value/0"),
        (("2002", "M"), "4729", "/value/1"),
    ]
    assert [c.text for c in found[3:]] == ["", "", ""]


def test_only_the_members_wanted_are_given():
    assert texts(cube(), sex="F") == {("2002", "F"): "4832", ("2012", "F"): ""}
    assert texts(cube(), sex="F", year="2002") == {("2002", "F"): "4832"}
    assert texts(cube(), sex="X") == {}


def test_digits_are_kept_as_they_are_written():
    raw = body(dataset()).replace(b"9561, 4729", b"9561.50, 4.7290e3")
    one = read_cube(WHO, raw)
    assert [c.text for c in one.cells()][:2] == ["9561.50", "4.7290e3"]
    assert read_figure(Evidence("", ("/value/0",)), raw) == Decimal("9561.50")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"0": 9561, "2": 4832}, {("2002", "T"): "9561", ("2002", "F"): "4832"}),
        ({"5": 7, "0": 1}, {("2012", "F"): "7", ("2002", "T"): "1"}),  # Eurostat does not sort them
        ({"0": None, "1": 0}, {("2002", "T"): "", ("2002", "M"): "0"}),  # none, and nought
        ({}, {}),
    ],
)
def test_values_in_an_object_are_those_that_are_there(value: dict, wanted: dict):
    assert texts(cube(value=value)) == wanted


def test_a_pointer_into_an_object_names_the_key():
    raw = body(dataset(value={"4": 5.25}))
    cell = next(read_cube(WHO, raw).cells())
    assert (cell.pointer, read_figure(Evidence("", (cell.pointer,)), raw)) == ("/value/4", Decimal("5.25"))


@pytest.mark.parametrize(
    ("status", "flags"),
    [
        (["p", None, "b", "", None, "bd"], ["p", "", "b", "", "", "bd"]),
        ({"1": "e", "5": "|C"}, ["", "e", "", "", "", "|C"]),
        ("p", ["p"] * 6),
        (["p"], ["p"] * 6),
        (None, [""] * 6),
        (
            {"value": ["p", None, ":", None, None, None], "category": {"label": {":": "not available"}}},
            ["p", "", ":", "", "", ""],
        ),
        ({"0": "a, b"}, ["a, b", "", "", "", "", ""]),
    ],
)
def test_marks_stand_beside_their_values(status: object, flags: list[str]):
    assert [cell.flag for cell in cube(status=status).cells()] == flags


def test_a_mark_without_a_value_is_a_cell_without_figures():
    """Eurostat withholds a figure and says only that it is confidential."""
    found = list(cube(value={"0": 1}, status={"0": "p", "3": "|C"}).cells())
    assert [(c.codes, c.text, c.flag) for c in found] == [(("2002", "T"), "1", "p"), (("2012", "T"), "", "|C")]
    assert [c.flag for c in cube(value={}, status={"3": "|C"}).cells({"sex": ("M",)})] == []


@pytest.mark.parametrize("status", [["p", "b"], {"6": "p"}, {"x": "p"}])
def test_marks_that_belong_to_no_figure_are_told(status: object):
    one = cube(status=status)
    assert [problem.kind for problem in one.problems] == ["mark-without-figure"]
    assert str(one.problems[0]) == "JSON-stat: some of its marks belong to no figure. They were left out."


def test_a_mark_beyond_the_last_cell_marks_no_other():
    assert [c.flag for c in cube(value={"0": 1}, status={"6": "p"}).cells()] == [""]


def test_sizes_may_be_texts_and_roles_and_indexes_may_be_missing():
    one = cube(
        id=["year", "sex", "concept"],
        size=["2", "3", "1"],
        dimension={
            "year": {"category": {"index": {"2002": 0, "2012": 1}}},
            "sex": SEX,
            "concept": {"category": {"label": {"POP": "Population"}}},
        },
    )
    assert [axis.role for axis in one.axes] == [Role.TIME, Role.OTHER, Role.OTHER]
    assert next(one.cells()).codes == ("2002", "T", "POP")


def test_a_dimension_of_one_member_may_have_no_members_at_all():
    one = cube(
        id=["year", "sex", "geo"], size=[2, 3, 1], dimension={"year": YEAR, "sex": SEX, "geo": {"label": "Place"}}
    )
    assert next(one.cells()).codes == ("2002", "T", "geo")


def test_of_two_places_the_one_that_the_body_names_first_is_the_place():
    """People by where they live and where they were born."""
    country = {"category": {"index": ["MK", "AL"]}}
    one = cube(
        id=["birth", "residence"], size=[2, 2], role={"geo": ["residence", "birth"]},
        dimension={"birth": country, "residence": country}, value=[1, 2, 3, 4],
    )  # fmt: skip
    assert [axis.role for axis in one.axes] == [Role.OTHER, Role.PLACE]


def test_units_notes_multipliers_and_totals_of_members_are_kept():
    sex = {
        "label": "Sex",
        "category": {
            "index": ["F", "T"],
            "unit": {"F": {"base": "persons", "multiplier": 3}, "T": {"label": "persons"}},
            "note": {"T": ["Both."]},
        },
        "extension": {"elimination": True, "eliminationValueCode": "T"},
        "note": ["As registered."],
    }
    one = cube(id=["sex"], size=[2], dimension={"sex": sex}, value=[4.832, 9561])
    assert [member.unit for member in one.axes[0].members] == ["persons", "persons"]
    assert one.unit == "persons"
    assert [cell.scale for cell in one.cells()] == [Decimal(1000), Decimal(1)]
    assert one.axes[0].total == "T"
    assert one.notes == ("Sex: As registered.", "T: Both.")


@each(
    ("stamp", "day"),
    [
        ("2026-09-11T11:00:00+0200", date(2026, 9, 11)),
        ("2012-12-27T12:25:09Z", date(2012, 12, 27)),
        ("2017-01-26T00:00:00+01:00", date(2017, 1, 26)),
        ("20130419", date(2013, 4, 19)),
        ("27.12.2012", date(2012, 12, 27)),
        ("Thu, 27 Dec 2012 12:25:09 GMT", date(2012, 12, 27)),
        (1446764400000, date(2015, 11, 5)),
        ("", None),
        ("2012-13-40", None),
        (True, None),
        (10**30, None),
    ],
)
def test_a_stamp_is_read_in_every_spelling(stamp: object, day: date | None):
    assert cube(updated=stamp).updated == day


# --- versions and classes ------------------------------------------------------------------------------


def first_version(name: str) -> dict:
    tree = dataset(id=..., size=..., version=...)
    tree["dimension"] |= {"id": ["year", "sex"], "size": [2, 3], "role": {"time": ["year"]}}
    del tree["class"]
    return {name: tree}


def test_a_bundle_of_version_1_is_read_with_pointers_through_its_names():
    raw = body(first_version("a/b") | first_version("dataset") | {"note": "beside"})
    read = read_jsonstat(WHO, raw)
    assert [one.name for one in read.datasets] == ["a/b", "dataset"]
    cell = next(read.datasets[0].cube.cells())
    assert (cell.text, cell.pointer) == ("9561", "/a~1b/value/0")
    assert read_figure(Evidence("", (cell.pointer,)), raw) == Decimal(9561)


def test_a_collection_gives_its_datasets_and_its_links():
    item = [{"class": "dataset", "href": "https://x.test/1.json", "label": "One"}, dataset()]
    raw = body({"version": "2.0", "class": "collection", "link": {"item": item}})
    read = read_jsonstat(WHO, raw)
    assert [(link.href, link.title) for link in read.links] == [("https://x.test/1.json", "One")]
    cell = next(read.datasets[0].cube.cells())
    assert (cell.pointer, read_figure(Evidence("", (cell.pointer,)), raw)) == ("/link/item/1/value/0", Decimal(9561))


def test_a_dimension_alone_has_members_and_no_cells():
    one = read_cube(WHO, body({"version": "2.0", "class": "dimension"} | SEX))
    assert [member.code for member in one.axes[0].members] == ["T", "M", "F"]
    assert list(one.cells()) == []


def test_a_byte_order_mark_is_no_part_of_it():
    raw = b"\xef\xbb\xbf" + body(dataset())
    assert read_cube(WHO, raw).title == "Population of Tuvalu"
    assert read_figure(Evidence("", ("/value/0",)), raw) == 9561


# --- what is not plain ---------------------------------------------------------------------------------


def test_numbers_in_quotes_are_numbers_and_words_are_marks():
    one = cube(value=["9561", 4729, "..", "1 234", ":", ""])
    assert [(c.text, c.flag) for c in one.cells()] == [
        ("9561", ""),
        ("4729", ""),
        ("", ".."),
        ("1 234", ""),
        ("", ":"),
        ("", ""),
    ]


def test_of_a_value_given_twice_the_last_stands_as_the_evidence_has_it():
    raw = body(dataset(value={"0": 1})).replace(b'"0": 1', b'"0": 1, "1": 5, "0": 2')
    assert [(c.pointer, c.text) for c in read_cube(WHO, raw).cells()] == [("/value/0", "2"), ("/value/1", "5")]
    assert read_figure(Evidence("", ("/value/0",)), raw) == 2


def test_a_key_with_a_nought_before_it_is_pointed_to_as_it_is_written():
    raw = body(dataset(value={"0": 1, "01": 2, "2": 3, "3": 4, "4": 5, "5": 6}))
    found = list(read_cube(WHO, raw).cells())
    assert [c.pointer for c in found][:3] == ["/value/0", "/value/01", "/value/2"]
    assert [int(read_figure(Evidence("", (c.pointer,)), raw)) for c in found] == [1, 2, 3, 4, 5, 6]


def test_an_object_that_has_every_cell_is_read_as_a_list():
    raw = body(dataset(value={str(n): n * 2 for n in range(6)}, status={"4": "p"}))
    assert [(c.text, c.flag) for c in read_cube(WHO, raw).cells()][3:] == [("6", ""), ("8", "p"), ("10", "")]
    assert [c.pointer for c in read_cube(WHO, raw).cells({"sex": ("M",)})] == ["/value/1", "/value/4"]


def test_a_text_that_looks_like_pairs_is_no_pair():
    raw = body(dataset(value={"0": "2,3:4", "1": 1}))
    assert {c.codes: c.text for c in read_cube(WHO, raw).cells()} == {("2002", "T"): "2,3:4", ("2002", "M"): "1"}


def test_a_body_spread_over_lines_is_the_same_body():
    tree = dataset(value={str(n): n * 11 for n in range(6)}, status={"2": "p"})
    flat, spread = json.dumps(tree, separators=(",", ":")).encode(), json.dumps(tree, indent=3).encode()
    assert list(read_cube(WHO, flat).cells()) == list(read_cube(WHO, spread).cells())


def test_a_value_that_goes_over_many_pieces_is_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sources._formats.jsonstat.value_texts.PIECE", 7)
    for value in ([111111, 2.5, None, -4e2, 55555, 6], {str(n): n * 11111 for n in range(6)}):
        raw = body(dataset(value=value))
        found = [(c.text, read_figure(Evidence("", (c.pointer,)), raw)) for c in read_cube(WHO, raw).cells() if c.text]
        assert found
        assert all(Decimal(text) == figure for text, figure in found)


# --- what is refused ------------------------------------------------------------------------------------

DECLARED = {f"d{n}": {"category": {"index": [f"{k}" for k in range(1000)]}} for n in range(4)}


@each(
    "tree",
    [
        dataset(value=[1, 2, 3]),
        dataset(value=[1] * 7),
        dataset(value={"6": 1}),
        dataset(value={"-1": 1}),
        dataset(value={"x": 1}),
        dataset(value="9561"),
        dataset(value=9561),
        dataset(value=[[9561], 1, 2, 3, 4, 5]),
        dataset(value={"0": {"a": 1}}),
        dataset(size=[2]),
        dataset(size=[2, 4]),
        dataset(size=[10**9, 10**9]),
        dataset(size=["2", "-3"]),
        dataset(id=["year", "year"]),
        dataset(id=["year", "age"]),
        dataset(id=7),
        dataset(dimension=[]),
        dataset(dimension={"year": YEAR, "sex": {"category": {"index": {"T": 0, "M": 0, "F": 2}}}}),
        dataset(dimension={"year": YEAR, "sex": {"category": {"index": {"T": 0, "M": 1, "F": 3}}}}),
        dataset(dimension={"year": YEAR, "sex": {"category": {"index": ["T", "T", "F"]}}}),
        dataset(status={"0": {"a": 1}}),
        dataset(id=list(DECLARED), size=[1000] * 4, dimension=DECLARED, value=[1]),
        dataset(id=[f"d{n}" for n in range(41)], size=[1] * 41, dimension={f"d{n}": {} for n in range(41)}, value=[1]),
    ],
)
def test_parts_that_do_not_fit_together_are_refused_in_a_sentence(tree: dict):
    with pytest.raises(WrongAnswerError) as caught:
        list(read_cube(WHO, body(tree)).cells())
    assert caught.value.message == (
        "An office answered with JSON whose parts do not fit together where JSON-stat was expected."
    )


@pytest.mark.parametrize(
    ("raw", "got"),
    [
        (b"", "something that cannot be read as JSON where JSON"),
        (b"[1]", "something that cannot be read as JSON where JSON"),
        (b"<html></html>", "something that cannot be read as JSON where JSON"),
        (b'{"a":' * 100_000, "something that cannot be read as JSON where JSON"),
        (b'{"value": [NaN], "dimension": {}}', "something that cannot be read as JSON where JSON"),
        (b'{"error": "no"}', "JSON of another shape where JSON-stat"),
        (b"{}", "JSON of another shape where JSON-stat"),
    ],
)
def test_what_is_no_json_stat_is_refused_in_a_sentence(raw: bytes, got: str):
    with pytest.raises(WrongAnswerError) as caught:
        read_jsonstat(WHO, raw)
    assert caught.value.message == f"An office answered with {got} was expected."


def test_a_cube_that_declares_a_million_million_cells_takes_no_memory():
    raw = body(dataset(id=list(DECLARED), size=[1000] * 4, dimension=DECLARED, value={"999999999999": 7, "5": 1}))
    tracemalloc.start()
    try:
        found = [(c.codes, c.text) for c in read_cube(WHO, raw).cells({"d0": ("999",)})]
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
    assert found == [(("999",) * 4, "7")]


def test_a_description_of_many_megabytes_is_not_unfolded():
    members = ",".join(f'"{n}":{n}' for n in range(1_200_000))
    raw = body(dataset(dimension="HERE")).replace(
        b'"HERE"', b'{"year": {"category": {"index": {' + members.encode() + b"}}}}"
    )
    tracemalloc.start()
    try:
        with pytest.raises(WrongAnswerError):
            read_cube(WHO, raw)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


# --- any cube at all --------------------------------------------------------------------------------------

NUMBERS = st.one_of(
    st.none(), st.integers(-(10**30), 10**30), st.decimals(allow_nan=False, allow_infinity=False, places=3)
)


@st.composite
def cubes(draw: st.DrawFn) -> tuple[bytes, dict[tuple[str, ...], str]]:
    """Return a body in one of its forms, and the digits of each cell by its members."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    codes = list(product(*[[f"{axis}.{n}" for n in range(size)] for axis, size in enumerate(sizes)]))
    written = [
        "null" if one is None else str(one) for one in draw(st.lists(NUMBERS, min_size=len(codes), max_size=len(codes)))
    ]
    numbers = list(range(len(codes)))
    if draw(st.booleans()):
        value = "[" + ", ".join(written) + "]"
    else:
        numbers = draw(st.permutations(numbers))[: draw(st.integers(0, len(codes)))]
        numbers = sorted(numbers) if draw(st.booleans()) else numbers
        value = "{" + ",\n".join(f'"{n}": {written[n]}' for n in numbers) + "}"
    dimension = {f"a{n}": {"category": {"index": [f"{n}.{k}" for k in range(size)]}} for n, size in enumerate(sizes)}
    tree = json.dumps(
        {"class": "dataset", "id": list(dimension), "size": sizes, "dimension": dimension, "value": "HERE"}
    )
    truth = {codes[n]: "" if written[n] == "null" else written[n] for n in numbers}
    return tree.replace('"HERE"', value).encode(), truth


@given(made=cubes(), data=st.data())
def test_every_cell_of_any_cube_is_given_with_its_digits(made: tuple[bytes, dict], data: st.DataObject):
    raw, truth = made
    one = read_cube(WHO, raw)
    assert {cell.codes: cell.text for cell in one.cells()} == truth
    axis = data.draw(st.sampled_from(one.axes))
    some = data.draw(st.sets(st.sampled_from([member.code for member in axis.members])))
    at = one.axes.index(axis)
    assert texts_of(one, {axis.code: some}) == {codes: text for codes, text in truth.items() if codes[at] in some}
    for cell in one.cells():
        if cell.text:
            assert read_figure(Evidence("", (cell.pointer,)), raw) == Decimal(cell.text)


@settings(deadline=None)
@given(
    there=st.sets(st.integers(0, 119)),
    marked=st.sets(st.integers(0, 119)),
    piece=st.integers(5, 300),
    ordered=st.booleans(),
)
def test_gaps_and_marks_are_where_they_are_however_the_body_is_cut(
    there: set[int], marked: set[int], piece: int, *, ordered: bool
):
    """120 cells under their numbers, some missing, some marked, read in pieces of any length."""
    axes = {"a": 5, "b": 4, "c": 6}
    dimension = {name: {"category": {"index": [f"{name}{n}" for n in range(size)]}} for name, size in axes.items()}
    value = {str(n): n * 3 for n in (sorted(there) if ordered else there)}
    tree = dataset(
        id=list(axes), size=list(axes.values()), dimension=dimension, value=value, status={str(n): "p" for n in marked}
    )
    codes = list(product(*[[f"{name}{n}" for n in range(size)] for name, size in axes.items()]))
    truth = {codes[n]: (str(n * 3) if n in there else "", "p" if n in marked else "") for n in there | marked}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sources._formats.jsonstat.value_texts.PIECE", piece)
        one = read_cube(WHO, body(tree))
        assert {cell.codes: (cell.text, cell.flag) for cell in one.cells()} == truth
        some = {cell.codes: (cell.text, cell.flag) for cell in one.cells({"b": ("b1", "b3"), "c": ("c0",)})}
    assert some == {key: cell for key, cell in truth.items() if key[1] in {"b1", "b3"} and key[2] == "c0"}


def texts_of(one: Cube, only: dict) -> dict[tuple[str, ...], str]:
    return {cell.codes: cell.text for cell in one.cells(only)}


# --- recorded bodies ---------------------------------------------------------------------------------------


def test_every_recorded_body_is_read_or_refused_in_a_sentence(shared: Path):
    """26 files of four services: 22 are read, with the digits that Python's own reader finds; a page and a body without values are not."""
    read, links, refused = 0, 0, []
    for file in sorted((shared / "sources" / "recorded" / "jsonstat").rglob("*.json")):
        raw = file.read_bytes()
        try:
            found = read_jsonstat(WHO, raw)
        except WorkbenchError as error:
            assert error.message.startswith("An office answered with ")
            refused.append(file.name)
            continue
        read += bool(found.datasets)
        links += bool(found.links and not found.datasets)
        tree = json.loads(raw, parse_float=Decimal, parse_int=Decimal) if found.datasets else {}
        for one in found.datasets:
            for cell in one.cube.cells():
                assert Decimal(cell.text) == at(tree, cell.pointer) if cell.text else at(tree, cell.pointer) is None
    assert (read, links) == (22, 2)
    assert refused == ["www.unece.org__cso_ie-NQQ25.json", "sample_data.json"]


def at(tree: object, pointer: str) -> object:
    for step in pointer.split("/")[1:]:
        tree = (
            tree[int(step)]
            if isinstance(tree, list)
            else tree.get(step)
            if step in tree or step.isdecimal()
            else tree[step]
        )
    return tree
