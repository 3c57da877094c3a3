"""A site that is brought up to date is the one that would be made of nothing, byte for byte, whatever was done since; and only what changed is made."""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from office import Clock, claims, fetched, open_desk

from workbench.core.corrections.correction import Slot
from workbench.core.document import Document
from workbench.core.errors import PublishError, WorkbenchError
from workbench.core.rating import RatingScale
from workbench.core.verdict import Action, Review
from workbench.desk import Desk
from workbench.desk.evidence.attaching import EvidenceGiven
from workbench.desk.importing.document_import import read_claims
from workbench.ports import ClaimFilter
from workbench.scales.installed_scales import InstalledScales, installed_scales
from workbench.site import Notes, Site, SiteSettings, picture_support, site_before, site_files, write_site
from workbench.site.manifest import LIST
from workbench.site.settings import Logo
from workbench.site.unchanged_files import UnchangedFile, basis
from workbench.store.migrations.guards import guards
from workbench.testing import MemoryArchive

TEXT_ORDER = ClaimFilter(order="text")


@dataclass
class Newsroom:
    """A desk whose site is made again and again."""

    desk: Desk
    folder: Path
    settings: SiteSettings
    language: str = ""
    made: list[str] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        return claims(self.desk)

    def build(self, name: str) -> dict[str, bytes]:
        """Bring a folder up to date, and return its files; `made` are those that were made."""
        target, notes = self.folder / name, Notes()
        before = site_before(target)
        found = self.desk.incremental_report(
            TEXT_ORDER, "", self.language, before=before.notes.checks, basis=basis(self.settings)
        )
        site = Site(found.going.report, self.settings, self.desk.archive.read, found.noted)
        files = list(site_files(site, before, notes))
        write_site(target, files, before=before, notes=notes)
        self.made = [path for path, body in files if not isinstance(body, UnchangedFile)]
        paths = (path for path in target.rglob("*") if path.is_file() and path.name != LIST)
        return {path.relative_to(target).as_posix(): path.read_bytes() for path in paths}

    def with_ports(self, **fields: object) -> None:
        self.desk = Desk(replace(self.desk.ports, **fields))

    def set_settings(self, **fields: object) -> None:
        self.settings = replace(self.settings, **fields)

    def by_sql(self, statement: str) -> None:
        """Change a row beside the workbench."""
        connection = sqlite3.connect(self.folder / "desk.db")
        with connection:
            for name in guards("sqlite"):
                connection.execute(f"DROP TRIGGER IF EXISTS {name}")
            assert connection.execute(statement).rowcount > 0
        connection.close()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MemoryArchive, Clock]:
    """Return two claims are published, which say nearly the same; a third is a draft and a fourth open: the database, its archive and its clock."""
    folder = tmp_path_factory.mktemp("published")
    with open_desk(folder) as desk:
        for n in (2, 3):
            text = f"There were {n + 1} thousand asylum applications in North Macedonia in 2021, said the mayor."
            document = replace(desk.ports.store.document("d0"), id=f"more{n}", title=f"Speech {n}", text=text)
            desk.ports.store.add([(document, read_claims(document).claims)])
        for key in (*claims(desk), desk.claims_in("more2")[0].id):
            asyncio.run(desk.research(key))
            desk.rate(key, "true", "It did.")
        for key in claims(desk):
            desk.comment(key, "Looked at by two.")
            desk.publish(key)
    return folder / "desk.db", desk.ports.archive, desk.ports.clock


@pytest.fixture
def newsroom(published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """Yield a copy of that desk for each test, and of the site that the first of them made of it."""
    monkeypatch.setattr(picture_support, "can_draw", lambda: False)
    (tmp_path / "own").mkdir()
    database, archive, clock = published
    shutil.copy(database, tmp_path / "desk.db")
    with open_desk(tmp_path, empty=True) as desk:
        for fetch in archive._log.find("true ORDER BY number"):
            desk.ports.archive.keep(fetch, archive.read(fetch.id))
        desk.ports.clock.now = clock.now
        room = Newsroom(desk, tmp_path, SiteSettings("https://checks.example.org", "Checks", tmp_path / "own"))
        if not (made := database.with_name("site")).exists():
            room.build("site")
            shutil.copytree(tmp_path / "site", made)
        shutil.copytree(made, tmp_path / "site", dirs_exist_ok=True)
        yield room


Change = Callable[[Newsroom], object | Awaitable[object]]


def attach(room: Newsroom) -> Awaitable[object]:
    return room.desk.attach(room.keys[0], EvidenceGiven(note="The ministry wrote to us."))


async def attach_and_correct(room: Newsroom) -> None:
    await attach(room)
    room.desk.correct_verdict(room.keys[0], "mostly-true", "They wrote to us.")


async def research_revised(room: Newsroom) -> None:
    room.desk.ports.sources["office"].thousands[2021] = 118
    await room.desk.research(room.keys[0], fresh=True)


async def recheck_revised(room: Newsroom) -> None:
    room.desk.ports.sources["office"].thousands[2021] = 119
    assert [each async for each in room.desk.recheck(ClaimFilter(ids=(room.keys[0],)))]


async def revised_and_fetched_earlier(room: Newsroom) -> None:
    """The revised answer turns out to have been fetched the day before, as after a bundle was taken in."""
    await research_revised(room)
    room.build("site")
    day = room.desk.ports.clock().replace(year=2020)
    fetched(room.desk.ports.archive, day, "https://office.example/b.json", b"[290, 450, 151, 118]")


def fetched_again(room: Newsroom) -> None:
    fetched(room.desk.ports.archive, room.desk.ports.clock(), "https://office.example/again.json")


def relabelled(room: Newsroom) -> None:
    """The scale in use says "Right" where it said "True"."""
    known = installed_scales()
    names = known.keys()
    scales = [known.scale(key) for key in names]
    room.with_ports(scales=InstalledScales([_relabelled(scale) for scale in scales]))


def _relabelled(scale: RatingScale) -> RatingScale:
    ratings = (replace(each, label=f"{each.label} indeed", meaning="So.") for each in scale.ratings)
    return replace(scale, title="Another", ratings=tuple(ratings))


def old_review(room: Newsroom) -> None:
    """A rating from before scales were kept is shown on the scale as it is now, which then changes."""
    for action, rating in ((Action.RATE, "true"), (Action.PUBLISH, None)):
        key, at = room.desk.claims_in("more3")[0].id, room.desk.ports.clock()
        room.desk.ports.store.review(
            Review(
                claim=key, reviewer="ana", at=at, action=action, rating=rating, scale="five-point", note="As it was."
            )
        )
    room.build("site")
    relabelled(room)


def said_again(room: Newsroom) -> None:
    text = room.desk.ports.store.document("d0").text
    document = Document(id="again", title="Again", text=text, origin="again.txt", place="MKD")
    room.desk.ports.store.add([(document, read_claims(document).claims)])


def said_before_on_the_web(room: Newsroom) -> None:
    first = room.desk.ports.store.document("d0")
    speech = {"origin": "https://gov.example/1", "url": "https://gov.example/1", "published": date(2021, 12, 2)}
    document = replace(first, id="before", title="Before", **speech)
    room.desk.ports.store.add([(document, read_claims(document).claims)])


def said_before_and(room: Newsroom, then: Callable[[], object]) -> None:
    said_before_on_the_web(room)
    room.build("site")
    then()


def unpublish_other(room: Newsroom) -> None:
    """What was said before is told where that was published before; now it is not any more."""
    room.desk.correct_verdict(room.keys[1], "true", "We say it again.")
    room.build("site")
    room.desk.undo(room.keys[0])


def hide_and_show(room: Newsroom) -> None:
    room.desk.amending.hide("d1")
    room.build("site")
    room.desk.amending.show("d1")


def lose_a_file(room: Newsroom) -> None:
    (room.folder / "site" / "claims" / room.keys[0] / "embed.html").unlink()


def lose_the_feed(room: Newsroom) -> None:
    (room.folder / "site" / "feed.xml").unlink()


def own_page(room: Newsroom) -> None:
    """A newsroom's own page shows of every check what no list of ours does."""
    own = "{% for entry in report.entries %}{{ entry.attached | length }} {{ entry.verdict.note }}\n{% endfor %}"
    (room.folder / "own" / "method.html").write_text(own)
    room.build("site")
    room.desk.correct_verdict(room.keys[0], "true", "For another reason.")


CHANGES: dict[str, Change] = {
    "rated by another": lambda room: room.desk.rate(room.keys[0], "false", "No.", by="boris"),
    "a comment": lambda room: room.desk.comment(room.keys[0], "Look again."),
    "a tag": lambda room: room.desk.tag([room.keys[0]], "asylum"),
    "corrected": lambda room: room.desk.correct_verdict(room.keys[0], "false", "We erred."),
    "updated": lambda room: room.desk.correct_verdict(room.keys[1], "false", "Revised since.", revised=True),
    "withdrawn": lambda room: room.desk.withdraw(room.keys[0], "It was another minister."),
    "undone": lambda room: room.desk.undo(room.keys[0]),
    "approved": lambda room: room.desk.approve(room.desk.claims_in("more2")[0].id, by="boris"),
    "published": lambda room: room.desk.publish(room.desk.claims_in("more2")[0].id),
    "headline": lambda room: room.desk.correct(room.keys[0], [(Slot.HEADLINE, "Asylum fell")]),
    "summary": lambda room: room.desk.correct(room.keys[1], [(Slot.SUMMARY, "It did not fall.")]),
    "tags": lambda room: room.desk.correct(room.keys[0], [(Slot.TAGS, "asylum, borders")]),
    "speaker": lambda room: room.desk.correct(room.keys[0], [(Slot.SPEAKER, "Ana Anova")]),
    "attached": attach,
    "attached and corrected": attach_and_correct,
    "revised": research_revised,
    "rechecked": recheck_revised,
    "revised, and fetched before": revised_and_fetched_earlier,
    "fetched again": fetched_again,
    "the scale's words": relabelled,
    "an old rating": old_review,
    "another scale": lambda room: room.with_ports(scale="plain"),
    "said again": said_again,
    "said before on the web": said_before_on_the_web,
    "said before, and hidden": lambda room: said_before_and(room, lambda: room.desk.amending.hide("before")),
    "said before, on another day": lambda room: said_before_and(
        room, lambda: room.desk.amending.set("before", [("day", "2022-05-09")])
    ),
    "said before, and not published": unpublish_other,
    "hidden": lambda room: room.desk.amending.hide("d0"),
    "hidden and shown": hide_and_show,
    "the document's title": lambda room: room.desk.amending.set("d0", [("title", "The forum")]),
    "the document's day": lambda room: room.desk.amending.set("d0", [("day", "2022-05-03")]),
    "the publisher": lambda room: room.with_ports(publisher=replace(room.desk.ports.publisher, contact="a@example.org")),
    "the language": lambda room: setattr(room, "language", "de"),
    "the address": lambda room: room.set_settings(url="https://other.example.org"),
    "the name": lambda room: room.set_settings(title="Other checks"),
    "the logo": lambda room: room.set_settings(logo=Logo("logo.png", b"\x89PNG\r\n\x1a\n")),
    "a template": lambda room: (room.folder / "own" / "group.html").write_text("{{ name }}: {{ rows | length }}"),
    "an own page": own_page,
    "brand": lambda room: (room.folder / "own" / "brand.css").write_text("h1 { color: teal }"),
    "no own templates": lambda room: room.set_settings(templates=None),
    "a file is lost": lose_a_file,
    "the feed is lost": lose_the_feed,
    "nothing": lambda _room: None,
}  # fmt: skip


async def do(room: Newsroom, change: Change) -> None:
    done = change(room)
    if isinstance(done, Awaitable):
        await done


@pytest.mark.parametrize("what", CHANGES)
async def test_what_is_brought_up_to_date_is_what_would_be_made_of_nothing(newsroom: Newsroom, what: str):
    await do(newsroom, CHANGES[what])
    assert newsroom.build("site") == newsroom.build("new")
    newsroom.build("site")
    assert newsroom.made == [], "a second time there is nothing to make"


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 6))])
async def test_whatever_is_done_after_one_another(newsroom: Newsroom, seed: int):
    """Some of it cannot be done any more after the other: then nothing is."""
    chance = random.Random(seed)  # noqa: S311  (the same on every run)
    for n, what in enumerate(chance.sample(sorted(CHANGES), 6)):
        try:
            await do(newsroom, CHANGES[what])
        except (WorkbenchError, FileNotFoundError):
            continue
        assert newsroom.build("site") == newsroom.build(f"new{n}"), what


def bridges(newsroom: Newsroom) -> str:
    """Rate and publish a claim by its note alone; return its id."""
    text = "The ministry repaired 12 bridges in 2020."
    document = Document(id="bridges", title="Bridges", text=text, origin="bridges.txt", place="MKD")
    newsroom.desk.ports.store.add([(document, read_claims(document).claims)])
    [claim] = newsroom.desk.claims_in("bridges")
    newsroom.desk.rate(claim.id, "true", "So says its register.")
    newsroom.desk.publish(claim.id)
    return claim.id


@pytest.mark.parametrize("own", [True, False], ids=["own templates", "ours"])
def test_the_pages_of_what_changed_are_made_and_no_others(newsroom: Newsroom, own: bool):
    if not own:
        newsroom.set_settings(templates=None)
    claim = bridges(newsroom)
    newsroom.build("site")
    newsroom.desk.comment(claim, "Look again.")
    newsroom.build("site")
    assert {path.split("/")[1] for path in newsroom.made if path.startswith("claims/")} == {claim}
    assert not [path for path in newsroom.made if path.startswith("evidence/") and path != "evidence/index.json"]
    assert own or not [path for path in newsroom.made if not path.startswith("claims/")], "nobody is listed otherwise"


def test_a_new_check_leaves_the_pages_of_corrections_method_and_evidence_as_they_are(newsroom: Newsroom):
    newsroom.set_settings(templates=None)
    newsroom.build("site")
    bridges(newsroom)
    newsroom.build("site")
    assert "index.html" in newsroom.made
    assert not {"corrections/index.html", "method/index.html", "verify/index.html"} & set(newsroom.made)


ALTERED = {
    "a finding's word": """UPDATE findings SET agreement = 'apart', noun = replace(noun, '"exact"', '"apart"')""",
    "a finding's figure": "UPDATE findings SET noun = replace(noun, '91000', '92000')",
    "a review's note": "UPDATE reviews SET noun = replace(noun, 'It did.', 'It did!')",
    "a review is gone": "DELETE FROM reviews WHERE action = 'comment'",
    "a review was put in": "INSERT INTO reviews SELECT number + 9, 'abc', claim, at, reviewer, action, rating, noun, batch FROM reviews LIMIT 1",
    "the words of the claim": "UPDATE claims SET quote = 'never said', noun = replace(noun, quote, 'never said')",
    "the day of the claims": "UPDATE claims SET said = 'some day', words_hash = 1",
    "the words of a document": "UPDATE documents SET noun = replace(noun, 'thousand', 'million')",
    "the research is gone": "DELETE FROM research",
    "the last entry of the journal": "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)",
    "the head of the journal": "UPDATE journal_head SET entries = entries - 1",
}


@pytest.mark.parametrize("what", ALTERED)
def test_a_row_that_was_altered_is_named_as_by_a_site_made_of_nothing(newsroom: Newsroom, what: str):
    newsroom.by_sql(ALTERED[what])
    with pytest.raises(PublishError) as again:
        newsroom.build("site")
    with pytest.raises(PublishError) as new:
        newsroom.build("new")
    with pytest.raises(PublishError) as report:
        newsroom.desk.report(TEXT_ORDER)
    assert str(again.value) == str(new.value) == str(report.value)


def test_an_archived_body_that_is_gone_is_named(newsroom: Newsroom):
    for key in list(newsroom.desk.ports.archive._bodies.names()):
        newsroom.desk.ports.archive._bodies.drop(key)
    with pytest.raises(PublishError, match="is missing") as again:
        newsroom.build("site")
    with pytest.raises(PublishError) as report:
        newsroom.desk.report(TEXT_ORDER)
    assert str(again.value) == str(report.value)


def test_the_list_in_the_folder_tells_nothing_that_readers_do_not_have(newsroom: Newsroom):
    """It goes to the web with the pages: no other claim of the desk is in it, nor who differs, nor a note of a colleague."""
    newsroom.desk.rate(newsroom.keys[0], "false", "Strictly between us.", by="boris")
    newsroom.build("site")
    said = (newsroom.folder / "site" / LIST).read_text()
    others = [newsroom.desk.claims_in(document)[0].id for document in ("more2", "more3")]
    assert not [word for word in (*others, "boris", "between us", str(newsroom.folder)) if word in said]
    assert all(key in said for key in newsroom.keys)


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "{}", '{"files": {}, "checks": 3}', '{"files": {}, "scales": ["x"], "checks": {}}']
)
def test_a_list_that_cannot_be_read_makes_all_anew(newsroom: Newsroom, damage: str):
    (newsroom.folder / "site" / LIST).write_text(damage)
    assert newsroom.build("site") == newsroom.build("new")
