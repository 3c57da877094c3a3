"""Readers are told what happened, and never what the person at the desk should do about it: they have no workbench to run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from office import AT, SERIES, claims, open_desk

from workbench.core.errors import OfflineError, Problem
from workbench.core.finding import Caveat
from workbench.desk import Desk
from workbench.desk.catalogue.search_summary import WHOLE_LISTS
from workbench.desk.publication.hint_removal import without_commands, without_hints
from workbench.desk.verdicts import citations
from workbench.ports import Researched
from workbench.site import Site, SiteSettings, site_files

OFFLINE = OfflineError("https://office.example/b.json").as_problem("Office B")
FROZEN = Caveat("older", "Office: answered from the archive. Leave --offline out for today's figures.")
NOTE = Problem("Office", "a member was chosen by rule.", "Name another with --series X.", "member-chosen")
TELLS = "OECD is asked too: `workbench catalogue search` finds its series."
COMMAND = re.compile(r"--[a-z]{2,}|`workbench|workbench [a-z]+ [a-z]+")
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
HAPPENED = "https://office.example/b.json is not in the archive."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


async def published(desk: Desk) -> None:
    """Two claims that readers have: one without a figure of a series, since its source did not answer; one with everything told of it."""
    mine, other = claims(desk)
    await desk.research(mine)
    lying = desk.researched(mine)
    told = replace(
        lying.findings[0],
        title="Applications in 2021",
        caveats=(FROZEN,),
        notes=(NOTE,),
        series=replace(SERIES, notes=("Sex: Total", TELLS)),
    )
    citations.keep(desk.ports, replace(lying, findings=(told,)))
    desk.rate(mine, "true", "As the office counts them, it holds.")
    desk.publish(mine)
    summary = f"No official series found among 9 titles. {WHOLE_LISTS}"
    desk.ports.store.keep_research(Researched(other, AT, problems=(OFFLINE,), searched=summary))
    desk.rate(other, "cannot-say", "No official figure: the ministry keeps none.")
    desk.publish(other)


def words_of(form: str, body: bytes) -> str:
    if form == "docx":
        return zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml").decode()
    if form == "pdf":
        pages = pypdfium2.PdfDocument(body)
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    return STYLE.sub("", body.decode())


FORMS = ("html", "markdown", "docx", "claimreview", "bibtex", "csl", *(("pdf",) if find_spec("weasyprint") else ()))


async def test_no_format_for_readers_names_a_command(desk: Desk):
    await published(desk)
    for form, drafts in product(FORMS, (False, True)):
        text = words_of(form, desk.export(desk.report(), form, drafts=drafts))
        assert COMMAND.findall(text) == [], (form, drafts)
        if form in {"html", "markdown"}:
            plain = text.replace("\\", "")
            for happened in (HAPPENED, "a member was chosen by rule.", "answered from the archive.", "Sex: Total"):
                assert happened in plain, (form, drafts)
            assert "among 9 titles." in plain, (form, drafts)


async def test_no_page_of_a_site_names_a_command(desk: Desk):
    await published(desk)
    site = Site(
        desk.export_report(desk.report(), "html").going.report,
        SiteSettings("https://checks.example.org", "Checks"),
        desk.archive.read,
    )
    pages = {
        path: words_of("html", body) for path, body in site_files(site) if path.endswith((".html", ".xml", ".json"))
    }
    assert any(HAPPENED in page for page in pages.values())
    assert {path: found for path, page in pages.items() if (found := COMMAND.findall(page))} == {}


async def test_the_desks_own_formats_go_on_saying_what_to_do(desk: Desk):
    await published(desk)
    for form in ("json", "jsonl", "csv"):
        text = desk.export(desk.report(), form).decode("utf-8-sig")
        for hint in ("Run it once without --offline.", "Name another with --series X."):
            assert hint in text, (form, hint)


async def test_a_claim_that_says_nothing_to_the_desk_is_the_same_claim(desk: Desk):
    await desk.research(claims(desk)[0])
    entry = replace(next(iter(desk.report().entries)), searched="2 usable of 9 titles searched.")
    assert without_hints(entry) is entry


@pytest.mark.parametrize(
    "words",
    ["", "What a speaker said -- and meant.", "The `rate` of 2021.", "A dash—of length.", "It is well-known.", "-- x"],
)
def test_words_that_name_no_command_stay_as_they_are(words: str):
    assert without_commands(words) == words
