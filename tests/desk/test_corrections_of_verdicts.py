"""What readers have is corrected, updated and withdrawn in the open: what was said, what is said now, why, since when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from office import AT, KEY, claims, exports, open_desk

from workbench.core.errors import PublishError
from workbench.core.verdict import Stage
from workbench.desk import Desk
from workbench.desk.evidence.attaching import EvidenceGiven
from workbench.ports import ClaimFilter

WHY = "We read the wrong year."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


async def published(desk: Desk, rating: str = "false") -> str:
    claim = claims(desk)[0]
    await desk.research(claim)
    desk.rate(claim, rating)
    desk.publish(claim)
    return claim


def page(desk: Desk, claim: str) -> str:
    return desk.export(replace(desk.report(ClaimFilter(ids=(claim,))), made=AT), "html").decode()


def said_in(desk: Desk, claim: str, words: str) -> set[str]:
    """Return the formats in which some words stand, JSON by its values."""
    plain = words.replace("“", "").replace("”", "")
    return {
        form
        for form, body in exports(desk, claim).items()
        if plain in body.decode().replace("“", "").replace("”", "").replace("\\", "")
    }


async def test_a_correction_stands_on_top_in_every_format(desk: Desk):
    claim = await published(desk)
    assert desk.correct_verdict(claim, "true", WHY).stage is Stage.CORRECTED
    forms = said_in(desk, claim, f"the verdict was False and is True now. {WHY}")
    assert forms == {"markdown", "html", "csv", "json", "jsonl", "claimreview"}


async def test_an_update_is_told_from_an_error_of_ours(desk: Desk):
    claim = await published(desk)
    desk.correct_verdict(claim, "", "The office revised 2021.", revised=True)
    assert "html" in said_in(
        desk, claim, "Updated, since the figures were revised, on 1 June 2022: the verdict is False as before."
    )
    assert not said_in(desk, claim, "Corrected on")


async def test_a_withdrawal_leaves_a_page_that_says_so_and_nothing_that_it_rested_on(desk: Desk):
    claim = await published(desk)
    desk.withdraw(claim, "The speaker was misquoted.")
    shown = page(desk, claim)
    assert (
        "Withdrawn on 1 June 2022: the verdict was “False” and is given no longer. The speaker was misquoted." in shown
    )
    assert '<span class="agreement">' not in shown
    desk.rate(claim, "true")  # what is drafted since is not the readers' yet
    again = page(desk, claim)
    assert "Withdrawn" in again
    assert '<div class="verdict"><strong>Withdrawn' in again


async def test_a_withdrawn_verdict_leaves_as_no_claimreview(desk: Desk):
    claim = await published(desk)
    desk.withdraw(claim, "The speaker was misquoted.")
    with pytest.raises(Exception, match="No claim of this report is published"):
        desk.export(desk.report(), "claimreview")


async def test_what_was_withdrawn_can_be_published_again_and_the_page_keeps_both(desk: Desk):
    claim = await published(desk)
    desk.withdraw(claim, "The speaker was misquoted.")
    desk.rate(claim, "false", "She was not.")
    desk.publish(claim)
    page = exports(desk, claim)["html"].decode()
    assert page.index("Published again on") < page.index("Withdrawn on")


async def test_claimreview_carries_the_correction_with_its_day(desk: Desk):
    claim = await published(desk)
    desk.correct_verdict(claim, "true", WHY)
    review = json.loads(exports(desk, claim)["claimreview"])
    (correction,) = review["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert WHY in correction["text"]
    assert correction["datePublished"] == review["dateModified"] == "2022-06-01"


@pytest.mark.parametrize("note", ["", " ", "…", "no"])
@pytest.mark.parametrize("verb", ["correct", "update", "withdraw"])
async def test_nothing_that_readers_have_changes_without_a_reason(desk: Desk, verb: str, note: str):
    claim = await published(desk)
    with pytest.raises(PublishError, match=f"to {verb} it takes a reason"):
        does(desk, verb, claim, note)
    assert desk.verdict(claim).stage is Stage.PUBLISHED


@pytest.mark.parametrize("verb", ["correct", "update", "withdraw"])
async def test_what_readers_do_not_have_is_neither_corrected_nor_withdrawn(desk: Desk, verb: str):
    claim = claims(desk)[0]
    with pytest.raises(PublishError, match=f"it is open, not published: there is nothing to {verb}"):
        does(desk, verb, claim, WHY)
    desk.rate(claim, "true", "a reason")
    with pytest.raises(PublishError, match="it is draft, not published"):
        does(desk, verb, claim, WHY)


def does(desk: Desk, verb: str, claim: str, note: str) -> object:
    if verb == "withdraw":
        return desk.withdraw(claim, note)
    return desk.correct_verdict(claim, "true", note, revised=verb == "update")


async def test_anothers_undo_does_not_reach_behind_a_correction_or_a_withdrawal(desk: Desk):
    claim = await published(desk)
    desk.withdraw(claim, "The speaker was misquoted.", "bea")
    assert desk.undo(claim, "ana") is None
    assert desk.verdict(claim).stage is Stage.WITHDRAWN
    assert desk.undo(claim, "bea") is not None
    assert desk.verdict(claim).stage is Stage.PUBLISHED


def test_an_approval_is_a_second_persons(desk: Desk):
    claim = claims(desk)[0]
    with pytest.raises(PublishError, match="no reviewer has given it a verdict"):
        desk.approve(claim, by="bea")
    desk.rate(claim, "true", "a reason", "ana")
    with pytest.raises(PublishError, match="Ana gave its only rating, and an approval is a second person's"):
        desk.approve(claim, by="Ana")
    assert desk.approve(claim, by="bea").stage is Stage.APPROVED
    assert desk.reject(claim, "The source is old.", "bea").stage is Stage.DRAFT
    with pytest.raises(PublishError, match="takes a reason"):
        desk.reject(claim, "", "bea")


async def test_what_is_published_is_neither_approved_nor_sent_back(desk: Desk):
    claim = await published(desk)
    with pytest.raises(PublishError, match="it is published: only a draft is to approve"):
        desk.approve(claim, by="bea")
    with pytest.raises(PublishError, match="only a draft is to send back"):
        desk.reject(claim, WHY, "bea")


async def test_a_correction_is_refused_while_its_figure_does_not_come_out_the_same(desk: Desk):
    """What readers get is recomputed first, as for a publication."""
    claim = await published(desk)
    desk.ports.archive._bodies._held[KEY] = b"[1]"  # type: ignore[attr-defined]
    with pytest.raises(PublishError):
        desk.correct_verdict(claim, "true", WHY)
    assert desk.verdict(claim).stage is Stage.PUBLISHED


async def test_a_correction_is_refused_while_what_was_attached_is_gone(desk: Desk, tmp_path: Path):
    """Nothing is kept of it: readers would have a verdict whose page cannot be shown."""
    claim = await published(desk)
    (tmp_path / "report.txt").write_text("The office counted again.")
    attached = (await desk.attach(claim, EvidenceGiven(place=str(tmp_path / "report.txt")))).attachment
    assert attached.body is not None
    del desk.ports.archive._bodies._held[attached.body.id]  # type: ignore[attr-defined]
    with pytest.raises(PublishError):
        desk.correct_verdict(claim, "true", WHY)
    assert desk.verdict(claim).stage is Stage.PUBLISHED


async def test_the_page_of_each_day_can_be_had_again(desk: Desk):
    """At publication, correction and withdrawal the page is kept as readers got it; what is done later changes none."""
    claim = await published(desk)
    first = desk.published_pages(claim)
    desk.rate(claim, "true", WHY)
    desk.withdraw(claim, "The speaker was misquoted.")
    pages = desk.published_pages(claim)
    assert [page.what for page in pages] == ["published", "corrected", "withdrawn"]
    assert pages[: len(first)] == first
    bodies = [desk.archive.read(page.snapshot.id).decode() for page in pages if page.snapshot]
    assert ["<strong>False" in bodies[0], WHY in bodies[1], "is given no longer" in bodies[2]] == [True] * 3
    assert "Corrected on" not in bodies[0]


async def test_a_kept_page_is_verified_and_never_pruned(desk: Desk):
    claim = await published(desk)
    (page,) = desk.published_pages(claim)
    assert page.snapshot is not None
    desk.archive.prune(timedelta(0))
    assert desk.archive.provenance(page.snapshot.id).here
    desk.ports.archive._bodies.drop(page.snapshot.id)  # type: ignore[attr-defined]
    assert [each.why for each in desk.replay(claim) if not each.same]


async def test_nothing_is_kept_of_what_readers_never_had(desk: Desk):
    claim = claims(desk)[0]
    desk.rate(claim, "true", "a reason")
    assert desk.published_pages(claim) == []
