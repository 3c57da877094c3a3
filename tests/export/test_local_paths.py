"""No path of a machine leaves, in any format, whichever field it stands in."""

from __future__ import annotations

import urllib.parse
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.each import each
from workbench.core.corrections.correction import Correction, Slot
from workbench.core.errors import Problem
from workbench.core.finding import Caveat
from workbench.core.hiding.local_paths import file_name, is_local, without_paths
from workbench.core.report import Entry, Report
from workbench.core.report_text import ReportWords
from workbench.desk.publication.redaction import outgoing
from workbench.plugins import EXPORTERS, Plugins

FORMS = ("markdown", "html", "csv", "json", "jsonl", "claimreview")
FOLDER = "Kappa7folder"
"""A folder's name that stands nowhere else: where it is found, a path got out."""

TYPED = datetime(2021, 12, 3, tzinfo=UTC)

WORDS = st.text(st.characters(categories=("L", "N"), include_characters=" _-.,'()&+%#äж"), min_size=1, max_size=12)
NAMES = WORDS.map(str.strip).filter(lambda name: name.strip(".") != "")


def _as_file(path: str) -> str:
    return f"file://{urllib.parse.quote(path)}"


@st.composite
def places(draw: st.DrawFn) -> str:
    """Return a path from the root, a home, a drive or a server, up from a folder, or as an address; with spaces and signs."""
    inside = [draw(NAMES), f"{draw(NAMES)} {FOLDER}", draw(NAMES)]
    kind = draw(st.sampled_from(["posix", "file", "raw file", "home", "drive", "server", "up", "smb"]))
    path = "/" + "/".join(inside)
    return {
        "posix": path,
        "file": _as_file(path),
        "raw file": f"file://{path}",
        "home": f"~{path}",
        "drive": "C:\\" + "\\".join(inside),
        "server": "\\\\" + "\\".join(inside),
        "up": f"..{path}",
        "smb": f"smb:/{path}",
    }[kind]


def with_path(report: Report, place: str) -> Report:
    """Return the report with a path in every field that may hold one."""
    entries = tuple(_entry(entry, place) for entry in report.entries[:2])
    snapshots = {key: replace(body, url=place, asked=f"see {place}") for key, body in report.snapshots.items()}
    return replace(report, title=f"Report of {place}", entries=entries, snapshots=snapshots, drafts=True)


def _entry(entry: Entry, place: str) -> Entry:
    says = f"{place}: it cannot be read."
    problem = Problem(place, f"{says} Look into {place}.", f"Mend {place}.", "k")
    findings = tuple(
        replace(
            found, why=says, title=f"Figures of {place}", notes=(problem,), caveats=(Caveat("k", says),),
            series=replace(found.series, url=place, title=place, publisher=place, licence=says, method=place, notes=(says,), description=says),
            trace=replace(found.trace, steps=tuple(replace(step, says=f"{step.says} ({place})") for step in found.trace.steps)),
            slips=tuple(replace(slip, says=says) for slip in found.slips),
        )
        for found in entry.findings
    )  # fmt: skip
    verdict = entry.verdict
    history = tuple(replace(review, note=f"See {place}!", nonce=f"{n}") for n, review in enumerate(verdict.history))
    verdict = replace(
        verdict, history=history, standing=frozenset(review.id for review in history),
        ratings=tuple(review for review in history if review.rating), out=next((r for r in history if r.rating), None),
    )  # fmt: skip
    claim = replace(entry.claim, report_words=ReportWords(headline=f"Of {place}", summary=says, context=says))
    typed = Correction(
        claim=claim.id,
        slot=Slot.HEADLINE,
        said=place,
        before=says,
        after=place,
        reading=claim,
        reviewer="ana",
        at=TYPED,
    )
    return replace(
        entry, claim=claim, corrections=(typed,), findings=findings, verdict=verdict, searched=f"Searched {place}.", problems=(problem,),
        document=replace(entry.document, origin=place, title=place, source_note=says, url=place),
        known=tuple(replace(known, because=says) for known in entry.known),
        elsewhere=tuple(replace(one, check=replace(one.check, url=place, publisher=place)) for one in entry.elsewhere),
    )  # fmt: skip


STORE = SimpleNamespace(research=lambda _: None, sightings=lambda _: ())


@pytest.fixture
def made(report: Report) -> Callable[[], Report]:
    """Return the report, behind a short name: Hypothesis writes out what a test is given."""
    return lambda: report


@pytest.mark.parametrize("form", FORMS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the report never changes
@given(place=places())
def test_no_format_tells_where_a_file_lies(made: Callable[[], Report], form: str, place: str):
    desk = SimpleNamespace(own=(), store=STORE)
    exporter = Plugins(EXPORTERS)[form]
    going = outgoing(desk, with_path(made(), place), exporter, drafts=True)
    body = exporter.export(going.report).decode("utf-8-sig")
    assert FOLDER not in body
    assert "file:" not in body


@given(
    st.lists(st.from_regex(r"[A-Za-z0-9_äж-][A-Za-z0-9_äж.-]{0,7}", fullmatch=True), min_size=1, max_size=4),
    st.sampled_from(["/", "C:\\", "~/", "file:///", "sqlite:////"]),
)
def test_a_path_that_nobody_knew_of_is_found_in_running_words(parts: list[str], root: str):
    sign = "\\" if "\\" in root else "/"
    path = root + sign.join([*parts[:-1], FOLDER, parts[-1]])
    for words in ("{}", "The file {} is damaged.", "({}), line 3", "“{}”: no table", "data={}"):
        assert FOLDER not in without_paths(words.format(path))


@each(
    "words",
    [
        "91 / 151 × 100", "GDP/capita", "and/or", "km/h", "1/2/3", "https://a.example/b/c?path=/d/e", "(2 − 1) / 1",
        "2021/22/23", "per 100,000/year", "http://a.example:8080/x/y.", "either / or / both", "3 + 4 = 7", "a: b; c/d",
    ],
)  # fmt: skip
def test_words_that_are_no_path_stay_as_they_are(words: str):
    assert without_paths(words) == words


@pytest.mark.parametrize(
    "place", ["speech.txt", "speeches/1.txt", "<stdin>", "-", "https://a.example/b", "", "import.csv:12"]
)
def test_what_is_no_place_on_a_machine_stays(place: str):
    assert not is_local(place)
    assert file_name(place) == place


@given(places())
def test_the_name_of_the_file_is_left(place: str):
    assert is_local(place)
    assert file_name(place)
    assert FOLDER not in file_name(place)


def test_what_was_said_is_quoted_as_it_was_said(report: Report):
    """Somebody may speak of a path."""
    said = "The list lies in /home/minister/lists/2021.txt."
    first = report.entries[0]
    entry = replace(
        first, claim=replace(first.claim, context=said, quote=said), document=replace(first.document, text=said)
    )
    desk = SimpleNamespace(own=(), store=STORE)
    going = outgoing(desk, replace(report, entries=(entry,)), Plugins(EXPORTERS)["json"])
    assert going.report.entries[0].claim.context == said
    assert going.report.entries[0].document.text == said
