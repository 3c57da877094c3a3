"""A site of 5,000 published checks of a database: what a run costs where nothing changed, and where one check did.

Run with -m slow, on an idle machine; ``-n 0 -s`` prints the figures. It is the whole command in a process of its own, with its start.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from workbench.compare import check
from workbench.core.claim import Claim
from workbench.core.document import Document, Speaker
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Finding
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef
from workbench.core.verdict import Action, Review
from workbench.desk.importing.document_import import read_claims
from workbench.ports import ClaimFilter, Researched
from workbench.scales.installed_scales import installed_scales
from workbench.store import open_store
from workbench.store.bodies.snapshot_archive import Snapshots

CHECKS, TOGETHER, BODIES = 5_000, 10, 1_000
"""How many there are, how many in a speech, and how many archived answers they rest on."""

GOAL = 2.0
"""Seconds of the processor, each time."""

MOST = 3.5
"""Seconds that are asked for; on an idle machine it takes 2.3 to 3.3."""

AT = datetime(2023, 6, 1, tzinfo=UTC)
FIGURES = (290, 450, 151, 91)

VERB = """
import sys
from workbench.site import picture_support
picture_support.can_draw = lambda: False  # a picture costs 60 milliseconds, and is kept like every other file
from workbench.cli import main
main()
"""


def _answer(archive: Snapshots, number: int) -> Snapshot:
    body = json.dumps({"values": [each + number for each in FIGURES], "about": "x" * 4_000}).encode()
    kept = Snapshot(
        id=hashlib.sha256(body).hexdigest(), url=f"https://office.example/{number}.json", fetched=AT, media_type="application/json",
        size=len(body), source="office",
    )  # fmt: skip
    return archive.keep(kept, body)


def _found(claim: Claim, number: int, body: Snapshot) -> Iterator[Finding]:
    series = Series(
        ref=SeriesRef("office", f"A{number}"), title=f"Asylum applications {number % 300}", unit=Unit(Dimension.COUNT, "application"),
        adds=Additivity.SUM, publisher="Office", licence="CC BY 4.0", url="https://office.example/a",
    )  # fmt: skip
    rows = [
        Observation(
            ref=series.ref, place="MKD", period=year(2018 + n), value=Decimal((each + number) * 1000), step=Decimal(1000),
            evidence=Evidence(body.id, (f"/values/{n}",), Decimal(1000)),
        )
        for n, each in enumerate(FIGURES)
    ]  # fmt: skip
    return (replace(each, bodies=(body,)) for each in check(claim, series, rows, today=date(2022, 6, 1)))


def _reviews(claim: Claim, found: tuple[Finding, ...], at: datetime) -> Iterator[Review]:
    scale = installed_scales().scale("five-point")
    ids = tuple(each.id for each in found)
    yield Review(
        claim=claim.id, reviewer="ana", at=at, action=Action.RATE, rating="false", scale="five-point", note="Not so.",
        findings=ids, given_on=scale,
    )  # fmt: skip
    yield Review(
        claim=claim.id, reviewer="ana", at=at + timedelta(seconds=9), action=Action.PUBLISH, scale="five-point"
    )


def _make(folder: Path) -> None:
    archive = Snapshots(folder / "archive")
    bodies = [_answer(archive, n) for n in range(BODIES)]
    with open_store(folder / "workbench.db") as store:
        for speech in range(CHECKS // TOGETHER):
            text = "\n".join(
                f"There were {50 + (speech + n) % 80} thousand asylum applications in North Macedonia in 2021. We said {speech}-{n}."
                for n in range(TOGETHER)
            )
            document = Document(
                id=f"{speech:012x}", title=f"Speech {speech}", text=text, origin=f"{speech}.txt", published=date(2022, 5, 1), place="MKD",
                language="en", speakers=(Speaker(f"Speaker {speech % 90}", "minister"),),
            )  # fmt: skip
            claims = read_claims(document).claims[:TOGETHER]
            store.add([(document, claims)])
            for n, claim in enumerate(claims):
                number = (speech * TOGETHER + n) % BODIES
                found = tuple(_found(claim, number, bodies[number]))
                store.keep_research(Researched(claim=claim.id, at=AT, findings=found))
                store.review_all(list(_reviews(claim, found, AT + timedelta(minutes=speech, seconds=n))))


def as_installed(folder: Path) -> dict[str, str]:
    """Return the environment of a command whose modules are compiled once and kept."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**env, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "WORKBENCH_CONFIG": str(folder / "none.toml")}


def _run(folder: Path) -> SimpleNamespace:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    options = ["--db", str(folder / "workbench.db"), "--offline", "site", str(folder / "site"), "--json"]
    ran = subprocess.run(
        [sys.executable, "-c", VERB, *options, "--url", "https://checks.example.org", "--title", "Checks"],
        env=as_installed(folder), capture_output=True, text=True, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return SimpleNamespace(seconds=seconds, **json.loads(ran.stdout))


def _correct_one(folder: Path) -> None:
    with open_store(folder / "workbench.db") as store:
        [row] = store.claims(ClaimFilter(order="text"), 17, 1)
        store.review(
            Review(
                claim=row.id, reviewer="ana", at=AT + timedelta(days=30), action=Action.CORRECT, rating="true", scale="five-point",
                note="We read the wrong year.", given_on=installed_scales().scale("five-point"),
            )
        )  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_one_of_5000_checks_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "none.toml").touch()
    _make(tmp_path)
    first, same = _run(tmp_path), _run(tmp_path)
    _correct_one(tmp_path)
    one = _run(tmp_path)
    says = (
        f"{first.checks:,} checks: {first.seconds:.1f} s; nothing changed: {same.seconds:.2f} s; "
        f"one changed: {one.seconds:.2f} s, {one.written} files written (goal {GOAL} s); load {os.getloadavg()[0]:.1f}"
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{says}\n")
    assert first.checks == CHECKS
    assert (same.written, same.removed) == (0, 0), says
    assert one.written < 20, says
    assert max(same.seconds, one.seconds) < MOST, says
