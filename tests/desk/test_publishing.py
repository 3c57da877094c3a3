"""What may be published, and that it stays what it was: evidence or a reason, one rating, its own citations, its own scale."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from office import AT, claims, exports, fetched, open_desk

from workbench.core.encoding.codec import decode, encode
from workbench.core.errors import PublishError, UnknownNameError
from workbench.core.failures.publish_errors import DisputedError, UngroundedError
from workbench.core.finding import Finding
from workbench.core.rating import Rating, RatingScale
from workbench.core.verdict import Action, Review, Stage
from workbench.desk import Desk
from workbench.desk.importing.document_import import read_claims
from workbench.scales.installed_scales import InstalledScales
from workbench.store import open_store


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


# --- 14: nothing without evidence or a reason ---


@pytest.mark.parametrize(
    "note", ["", " ", "\n\t", "\u00a0", "\u200b\u200b\u200b", "…", "—", "?!?!", "  .  ", "\ufeff", "()", "no"]
)
def test_a_rating_without_evidence_and_without_a_reason_is_not_published(desk: Desk, note: str):
    claim = claims(desk)[0]
    desk.rate(claim, "true", note)
    with pytest.raises(UngroundedError, match="rests on no figure with evidence, and no note says why") as refused:
        desk.publish(claim)
    assert "--note" in refused.value.hint
    assert desk.verdict(claim).stage is Stage.DRAFT


@pytest.mark.parametrize("note", ["No official figure: the ministry keeps none.", "没有官方数据", "Нема податоци"])
def test_a_reason_is_enough(desk: Desk, note: str):
    claim = claims(desk)[0]
    desk.rate(claim, "cannot-say", note)
    assert desk.publish(claim).stage is Stage.PUBLISHED


async def test_evidence_is_enough_where_the_rating_was_given_on_it(desk: Desk):
    claim = claims(desk)[0]
    desk.rate(claim, "true")
    await desk.research(claim)
    with pytest.raises(UngroundedError, match="rests on no figure"):
        desk.publish(claim)
    desk.rate(claim, "true")
    assert desk.publish(claim).stage is Stage.PUBLISHED


async def test_what_is_researched_after_publication_is_no_part_of_what_was_published(desk: Desk):
    claim = claims(desk)[0]
    desk.rate(claim, "cannot-say", "No official figure then.")
    desk.publish(claim)
    await desk.research(claim)
    assert desk.report().entries[0].findings == ()


async def test_a_correction_needs_a_ground_as_much_as_a_publication(desk: Desk):
    claim = claims(desk)[0]
    desk.rate(claim, "cannot-say", "No official figure then.")
    desk.publish(claim)
    with pytest.raises(UngroundedError):
        desk.rate(claim, "true")
    assert desk.verdict(claim).rating == "cannot-say"
    assert desk.rate(claim, "true", "The office has one now.").stage is Stage.CORRECTED


# --- 12: two reviewers ---


async def test_while_two_reviewers_differ_nothing_is_published_and_both_are_named(desk: Desk):
    claim = claims(desk)[0]
    await desk.research(claim)
    desk.rate(claim, "true")
    desk.rate(claim, "false", by="bo")
    with pytest.raises(DisputedError, match="ana rates it “True” and bo rates it “False”") as refused:
        desk.publish(claim)
    assert "rates it anew" in refused.value.hint
    row = next(row for row in desk.claims() if row.id == claim)
    assert (row.rating, row.disputed) == (None, True)
    made = desk.report()
    for form in ("markdown", "html"):
        assert "Disputed: ana: True; bo: False" in desk.export(made, form, drafts=True).decode()
    assert "ana: True; bo: False" in desk.export(made, "csv").decode()
    told = next(e for e in json.loads(desk.export(made, "json"))["claims"] if e["claim"]["id"] == claim)["verdict"]
    assert (told["rating"], told["disputed"]) == (None, True)
    assert [(r["reviewer"], r["label"]) for r in told["ratings"]] == [("ana", "True"), ("bo", "False")]
    desk.rate(claim, "true", by="bo")
    assert desk.publish(claim).rating == "true"


async def test_a_colleague_who_differs_after_publication_changes_nothing_for_readers(desk: Desk):
    claim = claims(desk)[0]
    await desk.research(claim)
    desk.rate(claim, "true")
    desk.publish(claim)
    before = exports(desk, claim)
    desk.rate(claim, "false", "I doubt it.", by="bo")
    after = exports(desk, claim)
    assert {form: after[form] for form in ("markdown", "html", "claimreview")} == {
        form: before[form] for form in ("markdown", "html", "claimreview")
    }
    going = desk.export_report(desk.report(), "html").going
    assert "1 published claim is disputed since" in " ".join(going.notices(""))


def test_a_database_from_before_lists_a_disputed_claim_without_a_rating(
    desk: Desk, tmp_path: Path, as_version: Callable[..., Path]
):
    import sqlite3
    from contextlib import closing

    claim = claims(desk)[0]
    desk.rate(claim, "true")
    desk.rate(claim, "false", by="bo")
    with closing(sqlite3.connect(tmp_path / "desk.db")) as now, now:
        now.execute("UPDATE claims SET rating = 'false' WHERE id = ?", (claim,))
    old = as_version("0004", tmp_path / "desk.db", tmp_path / "old.db")
    with open_store(old) as store:
        assert next(row for row in store.claims() if row.id == claim).disputed
        assert list(store.check()) == []


# --- 15: a citation is frozen ---


async def test_what_is_published_is_cited_the_same_whatever_is_done_for_other_claims(desk: Desk):
    """The same body comes again: for another claim, by another question, on another day."""
    mine, other = claims(desk)
    await desk.research(mine)
    desk.rate(mine, "true")
    desk.publish(mine)
    before = exports(desk, mine)
    assert all(b"years=" in body for form, body in before.items() if form != "claimreview")
    fetched(desk.ports.archive, AT + timedelta(days=300), "https://office.example/other.json")
    await desk.research(other, fresh=True)
    desk.rate(other, "false", "Not in that year.", by="bo")
    desk.publish(other, by="bo")
    fetched(desk.ports.archive, AT + timedelta(days=400), "https://office.example/again.json")
    assert exports(desk, mine) == before


async def test_a_finding_from_before_is_cited_as_the_archive_stood_when_it_was_rated(desk: Desk):
    claim = claims(desk)[0]
    await desk.research(claim)
    lying = desk.researched(claim)
    bare = tuple(
        decode(Finding, encode(replace(found, bodies=(), title=f"{found.title} then"))) for found in lying.findings
    )
    desk.ports.store.keep_research(replace(lying, findings=bare))
    desk.rate(claim, "true")
    desk.publish(claim)
    before = exports(desk, claim)
    fetched(desk.ports.archive, AT + timedelta(days=300), "https://office.example/other.json")
    assert exports(desk, claim) == before


# --- 16: the scale that a rating was given on ---


def scale(key: str, **labels: str) -> RatingScale:
    ratings = (Rating(rating, label, f"Meaning of {label}.", n) for n, (rating, label) in enumerate(labels.items(), 1))
    return RatingScale(key, f"Scale of {', '.join(labels.values())}", tuple(ratings))


def on_scales(desk: Desk, key: str, *scales: RatingScale) -> None:
    desk.ports = replace(desk.ports, scale=key, scales=InstalledScales(scales))


@pytest.mark.parametrize("later", ["edited", "removed", "another in use"])
def test_the_scale_of_a_rating_speaks_whatever_becomes_of_it(desk: Desk, later: str):
    claim = claims(desk)[0]
    house, others = scale("house", no="Not so", yes="It is so"), scale("others", no="Nein", yes="Ja")
    on_scales(desk, "house", house, others)
    desk.rate(claim, "yes", "No official figure, and no doubt.")
    desk.publish(claim)
    before = exports(desk, claim)
    if later == "edited":
        on_scales(desk, "house", scale("house", yes="Roughly", no="Not quite", middle="So so"))
    elif later == "removed":
        on_scales(desk, "others", others)
    else:
        on_scales(desk, "others", house, others)
    after = exports(desk, claim)
    for form in ("markdown", "html", "csv", "jsonl", "claimreview"):
        assert after[form] == before[form], form
    assert json.loads(after["json"])["claims"] == json.loads(before["json"])["claims"]
    rating = json.loads(after["claimreview"])["reviewRating"]
    assert (rating["alternateName"], rating["ratingValue"], rating["bestRating"]) == ("It is so", 2, 2)


def test_a_rating_from_before_scales_were_kept_is_read_by_the_scale_of_its_name(desk: Desk):
    claim = claims(desk)[0]
    house, others = scale("house", yes="It is so", no="Not so"), scale("others", yes="Ja", no="Nein")
    old = Review(claim=claim, reviewer="ana", at=AT, action=Action.RATE, rating="yes", scale="house", note="Because.")
    desk.ports.store.review(old)
    desk.ports.store.review(Review(claim=claim, reviewer="ana", at=AT, action=Action.PUBLISH))
    on_scales(desk, "others", house, others)
    assert json.loads(exports(desk, claim)["claimreview"])["reviewRating"]["alternateName"] == "It is so"
    on_scales(desk, "others", others)
    told = json.loads(exports(desk, claim)["json"])["claims"][0]["verdict"]
    assert (told["rating"], told["label"]) == ("yes", None), "no scale of another name gives it words"
    assert json.loads(exports(desk, claim)["claimreview"])["reviewRating"]["alternateName"] == "yes"
    assert "Ja" not in exports(desk, claim)["html"].decode().partition("<footer>")[0]


# --- 13 and 17: what leaves ---


async def test_readers_formats_hold_what_is_published_and_the_rest_is_counted(desk: Desk):
    mine, other = claims(desk)
    await desk.research(mine)
    desk.rate(mine, "half-true")
    desk.comment(mine, "Ask Eva before lunch.", by="bo")
    desk.rate(mine, "true", "As the office counts.")
    desk.publish(mine)
    desk.rate(other, "false", "A draft of bo's.", by="bo")
    for form in ("markdown", "html", "claimreview"):
        given = desk.export_report(desk.report(), form)
        text = given.body.decode()
        assert given.going.left_out == {"draft": 1}
        for inside in ("A draft of bo", "Eva", "in 2020", "Half true," if form == "claimreview" else "rate Half true"):
            assert inside not in text, (form, inside)
        assert "As the office counts." in text
    for form in ("csv", "json", "jsonl"):
        given = desk.export_report(desk.report(), form)
        assert given.going.left_out == {}
        assert "A draft of bo's." in given.body.decode("utf-8-sig")


async def test_readers_are_told_once_of_what_was_said_twice_alike(desk: Desk):
    """Two speeches say "There were 91 thousand asylum applications in North Macedonia in 2020.", a third says it of 2021."""
    text = "There were 91 thousand asylum applications in North Macedonia in 2020, said the mayor."
    first = desk.ports.store.document("d0")
    for key in ("more2", "more3"):
        document = replace(first, id=key, title=f"Speech {key}", text=text)
        desk.ports.store.add([(document, read_claims(document).claims)])
    everyone = [desk.claims_in(document)[0].id for document in ("more2", "more3", "d0")]
    for key in everyone:
        await desk.research(key)
        desk.rate(key, "true", "As the office counts.")
        desk.publish(key)
    [all_of_them] = [entry.known for entry in desk.report().entries if entry.claim.id == everyone[-1]]
    [told] = [entry.known for entry in desk.for_readers(desk.report()).report.entries if entry.claim.id == everyone[-1]]
    says = [(each.relationship, each.text, each.because) for each in all_of_them]
    assert len(says) > len(set(says)) == 1, says
    assert [each.id in everyone for each in told] == [True], "the other is not published"


def test_drafts_on_purpose_say_that_they_are_drafts(desk: Desk):
    mine, other = claims(desk)
    desk.rate(mine, "true", "As the office counts.")
    desk.publish(mine)
    desk.rate(other, "false", "Not so.")
    made = desk.report()
    for form in ("markdown", "html"):
        assert (
            "DRAFT, not for publication: 1 of its claims is not published."
            in desk.export(made, form, drafts=True).decode()
        )
        assert "DRAFT" not in desk.export(made, form).decode()
    published, draft = sorted(
        json.loads(desk.export(made, "claimreview", drafts=True)), key=lambda each: "creativeWorkStatus" in each
    )
    assert "datePublished" in published
    assert (draft["creativeWorkStatus"], draft["reviewRating"]["alternateName"]) == ("Draft", "Draft: False")
    assert "datePublished" not in draft


def test_a_format_from_outside_is_for_readers_unless_it_says_otherwise(desk: Desk):
    class Other:
        name, suffix, title = "other", "txt", "Other"

        def export(self, report) -> bytes:
            return "\n".join(entry.verdict.note for entry in report.entries).encode()

    desk.rate(claims(desk)[0], "true", "A draft.")
    desk.ports = replace(desk.ports, exporters={"other": Other()})
    assert desk.export(desk.report(), "other") == b""
    with pytest.raises(UnknownNameError):
        desk.export(desk.report(), "otter")


def test_publish_errors_are_one_kind_with_one_exit_code():
    assert {UngroundedError("c", "True", "true").exit_code, DisputedError("c", []).exit_code} == {
        PublishError("c", "w").exit_code
    }
