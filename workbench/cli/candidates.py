"""`match`, `known` and `check` for claims that are on the desk, by id."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from workbench.cli.context import Wish
from workbench.cli.output import write
from workbench.cli.telling import candidate_lines, claim_lines, research_lines
from workbench.core.errors import UsageError
from workbench.core.finding import Agreement

if TYPE_CHECKING:
    from workbench.ports import Researched


def show_candidates(wish: Wish, claims: list[str], limit: int) -> int:
    """Ranks series for claims, without asking any source for figures."""
    from workbench.match import rank_series, search_words
    from workbench.ports import CandidateRow

    _some(claims, "match")
    with wish.desk() as desk:
        for claim in map(desk.claim, claims):
            ranked = rank_series(claim, desk.tools.catalogue.search(search_words(claim)), limit)
            _lines([*claim_lines(claim), *candidate_lines(tuple(CandidateRow(c) for c in ranked), limit)])
    return 0


def show_known(wish: Wish, claims: list[str], limit: int) -> int:
    """Shows where the same thing was said before."""
    from workbench.desk.research import known

    _some(claims, "known")
    with wish.desk() as desk:
        for claim in map(desk.claim, claims):
            found = known(desk.tools, claim)[:limit]
            seen = [f"  {k.relationship.value} {k.score:.2f} {k.id} “{k.text}”: {k.because}" for k in found]
            _lines([*claim_lines(claim), *(seen or ["  not seen before"])])
    return 0


def show_checks(wish: Wish, claims: list[str], data: tuple[str, ...], *, strict: bool) -> int:
    """Shows the findings of claims, researching those that were not yet."""
    _some(claims, "check")
    apart = False
    with wish.desk(data) as desk:
        for claim in map(desk.claim, claims):
            researched = desk.researched(claim.id) if not data else None
            researched = researched or asyncio.run(desk.research(claim.id))
            _lines([*claim_lines(claim), *research_lines(desk, researched)])
            apart |= _contradicted(researched)
    return 1 if strict and apart else 0


def _contradicted(researched: Researched) -> bool:
    return any(f.agreement in {Agreement.APART, Agreement.OPPOSITE} for f in researched.findings)


def _lines(lines: list[str]) -> None:
    for line in lines:
        write(line)
    write()


def _some(claims: list[str], verb: str) -> None:
    if not claims:
        raise UsageError(f"{verb} needs claims.", "Name them by id (workbench claims lists them), or use --records.")
