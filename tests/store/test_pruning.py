"""Clearing up: what a finding, a verdict or a report rests on never goes, whatever else points where."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
import said
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from workbench.core.errors import UsageError
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.trace import Step, Trace
from workbench.core.verdict import Action
from workbench.desk import archive as care
from workbench.desk import time_span_typing
from workbench.store import open_store
from workbench.store.bodies.body_ids_in_text import bodies_in
from workbench.store.bodies.snapshot_archive import Snapshots
from workbench.testing import MemoryArchive

BODIES = [str(n).encode() for n in range(12)]
KEYS = [hashlib.sha256(body).hexdigest() for body in BODIES]
NOW = said.NOON + timedelta(days=1000)
DOCUMENT, CLAIMS = said.speech("d1", "Crime fell by 5 per cent.", "Asylum rose.", "Wages doubled.")


def finding_on(claim, n: int, steps: list[int], figures: list[int]):
    """Return a finding whose trace reads some bodies and whose figures stand in others."""
    read = [Step("read", (), Decimal(n), "", "read", Evidence(KEYS[k], ("/0",))) for k in steps]
    trace = Trace((*read, Step("given", (), Decimal(n), "", "no two findings of a test are one")))
    plain = said.finding(claim, str(n))
    observations = tuple(replace(plain.observations[0], evidence=Evidence(KEYS[k], ("/1",))) for k in figures)
    return replace(plain, trace=trace, observations=observations)


INDEX = st.integers(0, len(BODIES) - 1)
FINDING = st.tuples(st.integers(0, 2), st.lists(INDEX, max_size=3), st.lists(INDEX, max_size=3))
GRAPH = st.fixed_dictionaries(
    {
        "ages": st.lists(st.integers(0, 400), min_size=len(BODIES), max_size=len(BODIES)),
        "findings": st.lists(FINDING, max_size=6),
        "reviewed": st.lists(st.integers(0, 5), max_size=4),
        "cited": st.lists(INDEX, max_size=2),
        "older_than": st.integers(0, 300),
    }
)


def fill(store, archive, graph) -> set[str]:
    """Put a random graph down; return the ids of the bodies that something points to."""
    for body, key, age in zip(BODIES, KEYS, graph["ages"], strict=True):
        moment = NOW - timedelta(days=age)
        archive.keep(Snapshot(id=key, url=f"https://x/{key}", fetched=moment, media_type="", size=len(body)), body)
    store.add([(DOCUMENT, CLAIMS)])
    made = []
    for n, (claim, steps, figures) in enumerate(graph["findings"]):
        found = finding_on(CLAIMS[claim], n, steps, figures)
        made.append(found)
        store.keep_research(said.research(CLAIMS[claim], found, n=n))  # the next research of a claim hides this one
    for n, k in enumerate(graph["reviewed"]):
        if k < len(made):
            store.review(said.review(made[k].claim, n=n, findings=(made[k].id,)))
    for n, k in enumerate(graph["cited"]):
        store.review(said.review(CLAIMS[0], Action.COMMENT, n=100 + n, note=f"See the body {KEYS[k]}, row 3."))
    pointed = {KEYS[k] for _, steps, figures in graph["findings"] for k in (*steps, *figures)}
    return pointed | {KEYS[k] for k in graph["cited"]}


def clear_up(store, archive, graph, *others, dry_run: bool = False):
    ports = SimpleNamespace(store=store, archive=archive, clock=lambda: NOW)
    return care.ArchiveDesk(ports).prune(timedelta(days=graph["older_than"]), others, dry_run=dry_run)


def check(store, archive, graph) -> None:
    pointed = fill(store, archive, graph)
    told = clear_up(store, archive, graph, dry_run=True)
    assert all(archive.holds(key) for key in KEYS), "a dry run drops nothing"
    done = clear_up(store, archive, graph)
    assert done == told
    cut = max(graph["older_than"], 1)
    for key, age in zip(KEYS, graph["ages"], strict=True):
        assert archive.holds(key) == (key in pointed or age <= cut)
        assert (key in done.gone) == (not archive.holds(key))
    assert done.size == sum(len(BODIES[KEYS.index(key)]) for key in done.gone)
    assert list(archive.faults()) == []
    assert clear_up(store, archive, graph).gone == ()


@settings(max_examples=40, deadline=None)
@given(GRAPH)
def test_what_anything_points_to_stays_and_all_else_of_that_age_goes(graph):
    check(open_store(":memory:"), MemoryArchive(), graph)


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    return lambda: tmp_path_factory.mktemp("room")


@settings(max_examples=8, deadline=None)
@given(GRAPH)
def test_the_same_on_disk(rooms, graph):
    room: Path = rooms()
    with open_store(room / "desk.db") as store:
        check(store, Snapshots(room / "archive"), graph)


def test_what_another_database_points_to_stays():
    graph = {"ages": [400] * 12, "findings": [(0, [0], [])], "reviewed": [], "cited": [], "older_than": 1}
    one, other, archive = open_store(":memory:"), open_store(":memory:"), MemoryArchive()
    fill(one, archive, graph)
    fill(other, archive, graph | {"findings": [(0, [1], [])]})
    assert set(KEYS) - set(clear_up(one, archive, graph, other).gone) == {KEYS[0], KEYS[1]}


def test_what_was_fetched_within_the_day_stays_whatever_is_asked():
    graph = {"ages": [0] * 12, "findings": [], "reviewed": [], "cited": [], "older_than": 0}
    store, archive = open_store(":memory:"), MemoryArchive()
    fill(store, archive, graph)
    assert clear_up(store, archive, graph).gone == ()


def test_an_id_is_found_wherever_it_stands_in_a_noun():
    key = "0123456789abcdef" * 4
    for text in (f'{{"a":["{key}","/1"]}}', key, f"see {key}.", f"x{key}"):
        assert bodies_in(text) == [key]
    assert bodies_in(key + "0") == bodies_in(key[:-1]) == []


@pytest.mark.parametrize(("written", "days"), [("90d", 90), ("12w", 84), ("1y", 365), (" 2 Weeks ", 14), ("0d", 0)])
def test_a_length_of_time_is_read(written, days):
    assert time_span_typing.read_span(written) == timedelta(days=days)


@each("written", ["", "90", "d", "-3d", "3m", "1.5y", "9999999d", "3d\x1b"])
def test_anything_else_is_a_sentence(written):
    with pytest.raises(UsageError, match="no length of time"):
        time_span_typing.read_span(written)
