"""What a source tells beside its figures stands under the arithmetic: cautions before, notes after, at every size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from workbench.core.errors import Problem
from workbench.core.score import OWN_PART, ScorePart
from workbench.desk import Desk
from workbench.tui.app import WorkbenchApp
from workbench.tui.lines.claim import claim_lines

FROZEN = Problem("UNHCR", "the table ends in 2021.", "See the newer one.", "frozen-table")
CHOSEN = Problem("UNHCR", "read was Sex: Total.", "Name another.", "member-chosen")
LOST = Problem("World Bank", "it did not answer.", "Ask again.", "source-failed")


@dataclass
class Telling:
    """An office that tells things beside its figures."""

    office: object

    @property
    def info(self):
        return self.office.info

    async def catalogue(self, fetch):
        for page in ():
            yield page

    async def observations(self, fetch, ask):
        found = await self.office.observations(fetch, ask)
        series = replace(found.series, publisher="UNHCR", licence="CC BY 4.0", updated=date(2026, 6, 1))
        rows = tuple(replace(row, own_place="MCD") for row in found.observations)
        return replace(found, series=series, observations=rows, problems=(FROZEN, CHOSEN))


@pytest.fixture
def app(world) -> WorkbenchApp:
    world.unhcr.gate.set()
    world.worldbank.gate.set()
    world.worldbank.fails = True
    sources = {"unhcr": Telling(world.unhcr), "worldbank": world.worldbank}
    return WorkbenchApp(Desk(replace(world.desk.ports, sources=sources)))


def flat(screen: str) -> str:
    """Return the right half of a screen as running words: panes wrap where they must."""
    rows = (row.partition("│")[2].rstrip("▁▂▃▄▅▆▇█ ") for row in screen.splitlines())
    return " ".join(" ".join(rows).split())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_cautions_and_notes_stand_under_the_arithmetic(app, until, eventually, stand_in, size) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("enter")
        await until(pilot, "CHANGE")
        await pilot.press("r")
        await eventually(pilot, lambda: app.screen.researched, "never researched")
        await stand_in(pilot, "trace")
        seen = [flat(await until(pilot, ""))]
        for _ in range(30):
            await pilot.press("down")
            seen.append(flat(await until(pilot, "")))
    for words in (
        "! UNHCR: the table ends in 2021.",
        "· UNHCR: See the newer one.",
        "· UNHCR · asked 2026-01-01 · last updated 2026-06-01 · North Macedonia stands there as MCD · CC BY 4.0",
        "· UNHCR: read was Sex: Total. Name another.",
    ):
        assert any(words in text for text in seen), words


async def test_what_no_finding_carries_stays_with_the_candidates(app, until) -> None:
    """The bank gave no figures: that stands below the candidates; what the other told does not stand there again."""
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, "smuggling")
        await pilot.press("enter")
        await until(pilot, "CHANGE")
        await pilot.press("r")
        await until(pilot, "ROUNDS TO")
        researched = app.screen.researched
        assert [problem.kind for problem in researched.loose] == ["source-failed"]
        assert {problem.kind for problem in researched.problems} == {"source-failed", "frozen-table", "member-chosen"}


def test_why_a_claim_is_worth_more_or_less_on_this_desk_is_told_beside_its_worth(world) -> None:
    """As `show` does: the part that was learned says what it was learned from."""
    part = ScorePart(OWN_PART, 0.8, 0.1, "like 7 that were taken up here")
    claim = replace(world.claim("fewer"), worth=(*world.claim("fewer").worth, part))
    said = ["".join(piece.text for piece in line) for line in claim_lines(claim, None)]
    at = next(n for n, text in enumerate(said) if text.startswith("worth "))
    assert said[at + 1] == f"{OWN_PART} like 7 that were taken up here"
    assert not any(
        OWN_PART in text for text in ("".join(p.text for p in line) for line in claim_lines(world.claim("fewer"), None))
    )
