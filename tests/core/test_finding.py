"""What a finding rests on: each archived body once, those behind its chart and its explanations too."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Agreement, Finding
from workbench.core.period import year
from workbench.core.series import Observation, SeriesRef
from workbench.core.slip import Slip
from workbench.core.trace import Step, Trace

REF = SeriesRef("mine", "a")


def cell(body: str, pointer: str = "/1") -> Evidence:
    return Evidence(body, (pointer,))


def trace(*cells: Evidence | None) -> Trace:
    return Trace(tuple(Step("read", (), Decimal(1), "%", "1", each) for each in cells))


def drawn(*bodies: str | None) -> tuple[Observation, ...]:
    return tuple(
        Observation(
            ref=REF,
            place="MKD",
            period=year(2020 + n),
            value=Decimal(n),
            evidence=None if body is None else cell(body),
        )
        for n, body in enumerate(bodies)
    )


def finding(**more: object) -> Finding:
    whole = Finding(claim="c", series=None, title="A, 2021", agreement=Agreement.APART)
    return replace(whole, **more)


def test_it_rests_on_the_bodies_of_its_arithmetic_its_explanations_and_its_chart_in_that_order():
    slip = Slip(kind="scale", says="It would hold in thousands.", trace=trace(cell("slip")))
    found = finding(trace=trace(cell("own"), None), slips=(slip,), observations=drawn("chart", None))
    assert found.rests_on() == ("own", "slip", "chart")


def test_a_body_that_is_read_often_is_named_once():
    found = finding(trace=trace(cell("b"), cell("a", "/2"), cell("b", "/3")), observations=drawn("a", "b"))
    assert found.rests_on() == ("b", "a")
    assert found.evidence() == (cell("b"), cell("a", "/2"), cell("b", "/3"))


def test_its_own_figures_alone_rest_on_nothing():
    assert finding(trace=trace(None)).rests_on() == ()


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_body_is_given_as_it_is_cited(n: int):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    bodies = tuple(Snapshot(id=key, url=f"https://x.org/{key}", fetched=at, media_type="", size=1) for key in "abc")
    assert finding(bodies=bodies).body("abc"[n]) is bodies[n]


def test_a_body_that_it_does_not_carry_is_none():
    assert finding().body("a") is None


def test_its_id_changes_with_every_part_of_what_it_says():
    said = finding(trace=trace(cell("b")))
    others = [
        replace(said, claim="d"),
        replace(said, title="B, 2021"),
        replace(said, agreement=Agreement.EXACT),
        replace(said, reading="2020"),
        replace(said, trace=trace(cell("other"))),
        replace(said, trace=trace(cell("b"), cell("b"))),
        replace(said, trace=Trace((Step("given", (), Decimal(1), "%", "1", cell("b")),))),
        replace(said, trace=Trace((Step("read", (), Decimal(2), "%", "1", cell("b")),))),
    ]
    assert len({said.id, *(each.id for each in others)}) == len(others) + 1
    assert len(said.id) == 12
