"""SDMX-JSON and SDMX-ML: data, structures and refusals, made up, recorded and damaged."""

from __future__ import annotations

import base64
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources._cube.cube import Role
from sources._formats.sdmx.concept_roles import Message
from sources._formats.sdmx.names import SdmxName
from sources._formats.sdmx.reader import read_sdmx
from sources._formats.sdmx.structure_messages import Structures
from tests.each import each
from tests.examples import examples
from workbench.core.errors import ServiceError, WorkbenchError, WrongAnswerError
from workbench.evidence.figure_by_pointer import read_cells

SPECIMENS = Path(__file__).parent / "specimens" / "sdmx"

# North Macedonia's population, World Bank SP.POP.TOTL as of 2026-03-06, as SDMX-JSON of both versions
DIMENSIONS = {
    "dataSet": [{"id": "FREQ", "name": "Frequency", "keyPosition": 0, "values": [{"id": "A", "name": "Annual"}]}],
    "series": [
        {
            "id": "REF_AREA",
            "keyPosition": 1,
            "values": [{"id": "MK", "name": "North Macedonia"}, {"id": "AL", "names": {"en": "Albania"}}],
        }
    ],
    "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2021"}, {"value": "2022"}, {"start": "2023"}]}],
}
ATTRIBUTES = {
    "dataSet": [],
    "series": [{"id": "UNIT_MULT", "values": [{"id": "0"}, {"id": "3"}]}, {"id": "TITLE", "values": []}],
    "observation": [{"id": "OBS_STATUS", "values": [{"id": "A"}, {"id": "E", "name": "Estimated"}]}],
}
SERIES = {
    "0": {"attributes": [1, "Population"], "observations": {"0": [1837.114, 0], "1": [1831.712, 1], "2": [None, 0]}},
    "1": {"attributes": [0], "observations": {"0": ["2811666"]}},
}
OLD = {
    "header": {"id": "x"},
    "dataSets": [{"action": "Information", "series": SERIES}],
    "structure": {"name": "Population", "dimensions": DIMENSIONS, "attributes": ATTRIBUTES},
}
NEW = {"meta": {}, "data": {"dataSets": [{"structure": 0, "series": SERIES}], "structures": [{"name": "Population", "dimensions": DIMENSIONS, "attributes": ATTRIBUTES, "measures": {"observation": [{"id": "OBS_VALUE"}]}}]}}  # fmt: skip


def read(body: bytes) -> Message:
    found = read_sdmx("OECD", body)
    assert isinstance(found, Message)
    return found


def spelt(tree: object) -> bytes:
    return json.dumps(tree).encode()


def pointers_hold(message: Message, body: bytes) -> int:
    """Return how many figures there are; each is read again from where its pointer leads."""
    full = [cell for cell in message.cube.cells() if cell.text]
    assert read_cells([cell.pointer for cell in full], body) == [Decimal(cell.text) for cell in full]
    return len(full)


# --- SDMX-JSON ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tree", [OLD, NEW, {"data": {k: v for k, v in OLD.items() if k != "header"}}], ids=["1.0", "2.0", "1.0 wrapped"]
)
def test_series_of_both_versions(tree):
    message = read(spelt(tree))
    cells = {cell.codes: (cell.text, cell.scale, cell.flag) for cell in message.cube.cells()}
    assert [(axis.code, axis.role.value) for axis in message.cube.axes] == [
        ("FREQ", "frequency"),
        ("REF_AREA", "place"),
        ("TIME_PERIOD", "time"),
    ]
    assert cells == {
        ("A", "MK", "2021"): ("1837.114", 1000, "A"),
        ("A", "MK", "2022"): ("1831.712", 1000, "E"),
        ("A", "MK", "2023"): ("", 1000, "A"),
        ("A", "AL", "2021"): ("2811666", 1, ""),
    }
    assert message.attributes["TITLE"][0].label == "Population"
    assert [one.label for one in message.cube.axes[1].members] == ["North Macedonia", "Albania"]
    assert pointers_hold(message, spelt(tree)) == 3


def test_flat_observations_and_groups():
    structure = {
        "dimensions": {"observation": [*DIMENSIONS["series"], *DIMENSIONS["observation"]]},
        "attributes": {"dimensionGroup": [{"id": "UNIT_MULT", "values": [{"id": "6"}]}], "observation": []},
    }
    data = {"observations": {"0:1": [5], "1:1": [7]}, "dimensionGroupAttributes": {"0:": [0]}}
    message = read(spelt({"dataSets": [data], "structure": structure}))
    assert [(cell.codes, cell.text, cell.scale) for cell in message.cube.cells()] == [
        (("MK", "2022"), "5", 1_000_000),
        (("AL", "2022"), "7", 1),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"0": {"observations": {"9": [1]}}},  # an index that stands for nothing
        {"7": {"observations": {"0": [1]}}},
        {"0:0": {"observations": {"0": [1]}}},
        {"0": {"observations": {"0": [True]}}},
        {"0": {"observations": {"0": [{"a": 1}]}}},
        {"0": {"observations": {"0": []}}},
        {"0": 5},
    ],
)
def test_observations_that_cannot_be_read_are_told_and_left_out(change):
    message = read(spelt(OLD | {"dataSets": [{"series": change}]}))
    assert list(message.cube.cells()) == []
    assert [p.kind for p in message.cube.problems] == ["bad-cell"]


@pytest.mark.parametrize(
    ("tree", "says"),
    [
        ({"errors": [{"code": 404, "title": "No data for\x1b[31m this query"}]}, "OECD refused: No data for[31m this query."),
        ({"errors": ["Semantic error"]}, "OECD refused: Semantic error."),
        ({"errors": [{}]}, "OECD refused: an error without words."),
        ({"data": {"dataflows": []}}, "OECD answered with one of dataflows where an SDMX-JSON message of data was expected."),
        ({"dataSets": []}, "OECD answered with one without where an SDMX-JSON message with its structure was expected."),
        ([1], "OECD answered with JSON of another shape where an SDMX-JSON message was expected."),
        ({"dataSets": [], "structure": {}}, "OECD answered with one without where an SDMX-JSON message with its dimensions was expected."),
    ],
)  # fmt: skip
def test_refusals_and_other_json_end_in_a_sentence(tree, says):
    with pytest.raises(WorkbenchError) as caught:
        read_sdmx("OECD", spelt(tree))
    assert caught.value.message == says


def test_errors_beside_figures_are_told():
    message = read(spelt(OLD | {"errors": [{"code": 1, "title": "Truncated"}]}))
    assert message.cube.problems[-1].message == "it said beside its figures: Truncated"


NAMES = [
    "dataSets",
    "data",
    "structure",
    "structures",
    "dimensions",
    "attributes",
    "observation",
    "series",
    "dataSet",
    "observations",
    "values",
    "id",
    "name",
    "keyPosition",
    "0",
    "0:0",
    "errors",
    "measures",
    "dimensionGroupAttributes",
    "action",
]
TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.text("0:1AMK2é\x1b", max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=examples(300))
@given(TREES, st.sampled_from(["dataSets", "structure", "dimensions", "attributes", "series"]))
def test_any_json_is_read_or_refused(tree, where):
    whole = json.loads(json.dumps(OLD))
    spot = {"dimensions": whole["structure"], "attributes": whole["structure"], "series": whole["dataSets"][0]}.get(
        where, whole
    )
    spot[where] = tree
    body = spelt(whole)
    try:
        message = read(body)
    except WorkbenchError as error:
        assert error.message.isprintable()
        return
    for cell in message.cube.cells():
        if cell.text and cell.text.isascii() and cell.text.isdecimal():
            assert read_cells([cell.pointer], body) == [Decimal(cell.text)]


# --- SDMX-ML --------------------------------------------------------------------------------------------

HEAD = '<m:{0} xmlns:m="m" xmlns:g="g" xmlns:c="c"><m:Header><m:Structure dimensionAtObservation="TIME_PERIOD"/></m:Header>{1}</m:{0}>'
GENERIC = """<m:DataSet><g:Group><g:GroupKey><g:Value id="AREA" value="MK"/></g:GroupKey><g:Attributes><g:Value id="UNIT_MULT" value="3"/></g:Attributes></g:Group>
<g:Series><g:SeriesKey><g:Value id="FREQ" value="A"/><g:Value id="AREA" value="MK"/></g:SeriesKey>
<g:Obs><g:ObsDimension value="2021"/><g:ObsValue value="1837.114"/><g:Attributes><g:Value id="OBS_STATUS" value="E"/></g:Attributes></g:Obs>
<g:Obs><g:ObsDimension value="2022"/></g:Obs></g:Series></m:DataSet>"""
SPECIFIC = """<m:DataSet><Group AREA="MK" UNIT_MULT="3" TITLE="Population"/><Series FREQ="A" AREA="MK">
<Obs TIME_PERIOD="2021" OBS_VALUE="1837.114" OBS_STATUS="E"/><Obs TIME_PERIOD="2022" OBS_VALUE="NaN"/></Series></m:DataSet>"""


@pytest.mark.parametrize(("kind", "inside"), [("GenericData", GENERIC), ("StructureSpecificData", SPECIFIC)])
def test_data_of_both_kinds(kind, inside):
    body = HEAD.format(kind, inside).encode()
    message = read(body)
    cells = [(cell.codes, cell.text, cell.scale, cell.flag) for cell in message.cube.cells()]
    assert cells == [(("A", "MK", "2021"), "1837.114", 1000, "E"), (("A", "MK", "2022"), "", 1000, "")]
    assert message.cube.of_role(Role.TIME) is not None
    assert pointers_hold(message, body) == 1


@each(
    ("body", "kind", "says"),
    [
        ('<m:Error xmlns:m="m" xmlns:c="c"><m:ErrorMessage code="140"><c:Text>Bad\x07 key</c:Text></m:ErrorMessage></m:Error>'.replace("\x07", ""), ServiceError, "OECD refused: Bad key."),
        ('<S:Fault xmlns:S="s"><faultcode>413</faultcode><faultstring>EXTRACTION_TOO_BIG: too big</faultstring></S:Fault>', ServiceError, "OECD refused: EXTRACTION_TOO_BIG: too big."),
        ('<n:syncResponse xmlns:n="n"><queued><id>1</id><status>SUBMITTED</status></queued></n:syncResponse>', ServiceError, "OECD refused: your request is queued."),
        ('<m:GenericData xmlns:m="m"><f:Footer xmlns:f="f"><f:Message code="413"><Text>Later</Text></f:Message></f:Footer></m:GenericData>', ServiceError, "OECD refused: Later."),
        ("<html><body>Down</body></html>", WrongAnswerError, "a message of the kind html"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', WrongAnswerError, "XML that declares a document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', WrongAnswerError, "XML that declares a document type"),
        ('<?xml version="1.0" encoding="no-such"?><a/>', WrongAnswerError, "cannot be read as XML"),
        ("<a>" * 100_000, WrongAnswerError, "cannot be read as XML"),
        ("<a", WrongAnswerError, "cannot be read as XML"),
        ('<m:Structure xmlns:m="m"><m:Structures><s:MetadataStructures xmlns:s="s"><s:MetadataStructure/></s:MetadataStructures></m:Structures></m:Structure>', WrongAnswerError, "a structure message of MetadataStructure"),
    ],
)  # fmt: skip
def test_refusals_and_hostile_xml_end_in_a_sentence(body, kind, says):
    with pytest.raises(kind) as caught:
        read_sdmx("OECD", body.encode())
    assert says in caught.value.message


def test_a_structure_gives_dimensions_in_the_order_of_the_key_with_their_codes():
    found = read_sdmx("ECB", (SPECIMENS / "ecb-exr-structure.xml").read_bytes())
    assert isinstance(found, Structures)
    structure = found.structure(SdmxName("ECB", "EXR"))
    assert structure is not None
    assert (structure.agency, structure.flow, structure.version, structure.title) == (
        "ECB",
        "EXR",
        "1.0",
        "Exchange Rates",
    )
    assert [axis.code for axis in structure.axes] == [
        "FREQ",
        "CURRENCY",
        "CURRENCY_DENOM",
        "EXR_TYPE",
        "EXR_SUFFIX",
        "TIME_PERIOD",
    ]
    assert structure.label("CURRENCY", "USD") == structure.label("UNIT", "USD") == "US dollar"
    assert structure.key({"FREQ": ["M"], "CURRENCY": ["USD", "CHF"]}) == "M.USD+CHF..."
    assert structure.key({"FREQ": ["M"]}, every="*") == "M.*.*.*.*"


def test_codes_that_have_figures_narrow_a_structure_and_complete_its_code_lists():
    found = read_sdmx("OECD", (SPECIMENS / "oecd-pop-structure.xml").read_bytes())
    assert isinstance(found, Structures)
    structure = found.structure()
    assert structure is not None
    narrowed = structure.completed({"AGE": ["Y_GE100"]}).narrowed({"AGE": ["_T", "Y_GE100"], "SEX": ["?"]})
    members = {axis.code: [one.code for one in axis.members] for axis in narrowed.axes}
    assert members["AGE"] == ["_T", "Y_GE100"]
    assert members["SEX"] == ["F", "M", "_T"]


BODIES = [
    HEAD.format("GenericData", GENERIC).encode(),
    HEAD.format("StructureSpecificData", SPECIFIC).encode(),
    spelt(OLD),
]


@settings(max_examples=examples(300))
@given(st.sampled_from(BODIES), st.integers(0, 900), st.binary(max_size=5), st.integers(0, 30))
def test_a_damaged_body_is_read_or_refused_and_its_figures_are_its_own(body, at, noise, cut):
    damaged = body[:at] + noise + body[at + cut :]
    try:
        found = read_sdmx("OECD", damaged)
    except WorkbenchError as error:
        assert error.message.isprintable()
        return
    if isinstance(found, Message):
        numbers = [
            cell for cell in found.cube.cells() if cell.text.replace(".", "", 1).isdecimal() and cell.text.isascii()
        ]
        assert read_cells([cell.pointer for cell in numbers], damaged) == [Decimal(cell.text) for cell in numbers]


# --- recorded -------------------------------------------------------------------------------------------


def test_each_of_the_recorded_messages_is_read_or_refused_in_a_sentence(shared: Path):
    """110 messages of the standard's own samples and of a dozen services; every figure stands where its pointer leads."""
    folder = shared / "sources" / "recorded" / "sdmx" / "sdmx-test-data"
    kinds, figures = Counter[str](), 0
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        body = file.read_bytes()
        try:
            found = read_sdmx("SDMX", body)
        except WorkbenchError as error:
            assert error.message.isprintable(), file.name
            kinds["refused"] += 1
            continue
        kinds[type(found).__name__] += 1
        if isinstance(found, Message):
            figures += pointers_hold(found, body)
    assert kinds == {"Structures": 38, "Message": 37, "refused": 35}
    assert figures > 4_000


def test_what_a_recorder_wrapped_is_a_message_inside(shared: Path):
    folder = shared / "sources" / "recorded" / "sdmx" / "sdmx-test-data" / "recorded"
    inside = [base64.b64decode(json.loads(file.read_bytes())["_content"]) for file in sorted(folder.glob("*.json"))]
    structure, data = (read_sdmx("ISTAT", body) for body in inside)
    assert isinstance(structure, Structures)
    assert isinstance(data, Message)
    assert structure.structure() is not None
    assert pointers_hold(data, inside[1]) > 0


def test_eurostats_recorded_faults_are_refusals_in_its_own_words(shared: Path):
    folder = shared / "sources" / "recorded" / "eurostat" / "errors-and-edge"
    for name, says in (("ds-045409-fault-413.xml", "EXTRACTION_TOO_BIG"), ("ds-999999-data.xml", "is not available")):
        with pytest.raises(ServiceError, match=says):
            read_sdmx("Eurostat", (folder / name).read_bytes())


def test_the_imfs_projections_are_forecasts(shared: Path):
    """Slovakia's real GDP, recorded in April 2026: 2018 is an actual figure, and SCALE="9" multiplies nothing."""
    file = shared / "sources" / "recorded" / "sdmx" / "sdmx-test-data" / "IMF_RES" / "WEO-data.xml"
    later = file.read_bytes().replace(b'TIME_PERIOD="2018"', b'TIME_PERIOD="2026"')
    first, second = (next(read(body).cube.cells()) for body in (file.read_bytes(), later))
    assert (first.text, first.scale, first.flag) == ("94669000000", 1, "")
    assert second.flag == "F"


EXPLICIT = b"""<m:StructureSpecificData xmlns:m="m" xmlns:c="c" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<m:Header><m:Structure structureID="S" dimensionAtObservation="DEMO"/></m:Header>
<m:DataSet><Series FREQ="A" TIME_PERIOD="2007" COUNTRY="BE">
<Obs xsi:type="d:LBIRTHST" OBS_VALUE="124095" UNIT_MEASURE="PERS"/>
<Obs xsi:type="d:DEATHST" OBS_VALUE="100658" UNIT_MEASURE="PERS"/>
</Series></m:DataSet></m:StructureSpecificData>"""


def test_measures_that_are_told_by_their_type_are_told_apart():
    """Births and deaths of one country and year, both in persons, were two figures for one thing, and none was taken."""
    message = read_sdmx("the service", EXPLICIT)
    assert isinstance(message, Message)
    assert {frozenset(cell.codes): cell.text for cell in message.cube.cells()} == {
        frozenset({"A", "2007", "BE", "PERS", "LBIRTHST"}): "124095",
        frozenset({"A", "2007", "BE", "PERS", "DEATHST"}): "100658",
    }
