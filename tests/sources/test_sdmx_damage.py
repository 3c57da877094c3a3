"""Damaged answers of SDMX services: whatever is cut out of them or written into them, a reader sees figures of theirs or a sentence."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.sdmx import SOURCE
from tests.examples import examples
from workbench.core.errors import WorkbenchError
from workbench.core.evidence import Snapshot
from workbench.core.series import SeriesRef
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Answer, Ask, Request, SourceAnswer
from workbench.testing import utc_now

FOLDER = Path(__file__).parent / "specimens" / "sdmx"
CASES = {
    "ecb": ("ECB/EXR?FREQ=M&CURRENCY=USD", ("EA20",), "ecb-exr-structure.xml", "ecb-exr.csv"),
    "oecd": ("OECD/OECD.ELS.SAE,DSD_POPULATION@DF_POP_HIST", ("MKD",), "oecd-pop-structure.xml", "oecd-pop.csv"),
    "wb": ("WB/WDI?SERIES=SP_POP_TOTL", ("MKD",), "wb-wdi-structure.xml", "wb-wdi.xml"),
}
BODIES = {name: (FOLDER / name).read_bytes() for case in CASES.values() for name in case[2:]}
NOISE = st.binary(max_size=4) | st.sampled_from(
    [b"\x1b[31m", b"<!--", b"&lt;", b'"', b"\n", b",", b"\xe2\x80\xae", b"NaN", b"1e999999", b"-"]
)


def damaged(body: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, noise in cuts:
        spot = at % (len(body) + 1)
        body = body[:spot] + noise + body[spot + length :]
    return body


class Two:
    """Answers structures with one body and figures with another."""

    def __init__(self, structure: bytes, data: bytes) -> None:
        self._structure, self.data = structure, data

    async def __call__(self, request: Request, *, fresh: bool = False) -> Answer:
        body = self.data if "/data/" in request.url else self._structure
        key = hashlib.sha256(body).hexdigest()
        return Answer(Snapshot(id=key, url=request.url, fetched=utc_now(), media_type="", size=len(body)), body)


def outcome(case: str, fetch: Two) -> SourceAnswer | None:
    """Return what a reader sees: figures that stand in the body, or a sentence (None)."""
    key, places, *_ = CASES[case]
    try:
        found = asyncio.run(SOURCE.observations(fetch, Ask(SeriesRef("sdmx", key), places, 2010, 2029)))
    except WorkbenchError as error:
        assert error.message.isprintable()
        return None
    for one in found.observations:
        assert one.place.isprintable()
        assert one.note.isprintable()
        if one.evidence:
            assert read_figure(one.evidence, fetch.data) == one.value
    for text in (
        found.series.title,
        found.series.description,
        *found.series.notes,
        *(p.message for p in found.problems),
    ):
        assert text.isprintable()
    return found


CUTS = st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 60), NOISE), min_size=1, max_size=3)


@settings(max_examples=examples(80), deadline=None)
@given(st.sampled_from(sorted(CASES)), CUTS)
def test_damaged_figures(case, cuts):
    structure, data = (BODIES[name] for name in CASES[case][2:])
    outcome(case, Two(structure, damaged(data, cuts)))


@settings(max_examples=examples(80), deadline=None)
@given(st.sampled_from(sorted(CASES)), CUTS)
def test_damaged_structures(case, cuts):
    structure, data = (BODIES[name] for name in CASES[case][2:])
    outcome(case, Two(damaged(structure, cuts), data))


@pytest.mark.parametrize("case", CASES)
def test_an_answer_cut_anywhere(case):
    """The line breaks off and nobody notices: every twentieth byte."""
    structure, data = (BODIES[name] for name in CASES[case][2:])
    outcomes = [outcome(case, Two(structure, data[:end])) for end in range(0, len(data) - 1, max(1, len(data) // 25))]
    whole = outcome(case, Two(structure, data))
    assert whole is not None
    assert outcomes[0] is None or outcomes[0].observations == ()
    assert all(found is None or len(found.observations) <= len(whole.observations) for found in outcomes)
    if data.startswith(b"<"):
        assert set(outcomes[1:]) == {None}  # half an XML body is none
