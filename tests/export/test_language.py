"""The reader's language: a report's own words come from one file a language, and no format has any of its own."""

from __future__ import annotations

import io
import re
import string
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest
from lxml import etree

from workbench.core.errors import UnknownNameError
from workbench.core.report import Report
from workbench.core.verdict import Verdict, fold_reviews
from workbench.plugins import EXPORTERS, Plugins
from workbench.report import language as languages
from workbench.report.language import LANGUAGES, language, read_language
from workbench.site import Site, SiteSettings, site_files

ENGLISH_FILE = files("workbench.report").joinpath("languages", "en.toml").read_text(encoding="utf-8")
FOREIGN = str.maketrans(string.ascii_letters, "αβψδεφγηιξκλμνοπθρστυωςχζζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΑΧΥΖ")
FORMATS = ("html", "markdown", "docx")
NOT_WORDS = {"UTC", "sha", "http", "https", "CSV", "SHA", "application", "json"}
MACHINE = {"thousand", "persons", "applications"}
"""Unit words of the machine within a figure."""


def flat(code: str) -> dict[str, Any]:
    tables = tomllib.loads(files("workbench.report").joinpath("languages", f"{code}.toml").read_text(encoding="utf-8"))
    return {f"{table}.{key}": text for table, texts in tables.items() for key, text in texts.items()}


def places(text: Any) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name) if isinstance(text, str) else []


# --- the files ---


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_the_same_keys_and_the_same_places(code: str):
    english, theirs = flat("en"), flat(code)
    assert list(theirs) == list(english)
    assert {key: places(text) for key, text in theirs.items()} == {key: places(text) for key, text in english.items()}
    assert len(theirs["language.months"]) == len(theirs["language.short_months"]) == 12
    assert all(text for text in theirs.values())


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_translation_is_one(code: str):
    english, theirs = flat("en"), flat(code)
    long = [key for key, text in english.items() if isinstance(text, str) and text.count(" ") > 1]
    assert [
        key for key in long if theirs[key] == english[key] and key not in {"language.day", "exhibits.answer_words"}
    ] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_is_used(code: str):
    """Keys that code makes of an enum's value are those of a whole table."""
    made = (
        "history.",
        "slot.",
        "exhibits.",
        "finding.",
        "claim.",
        "change.",
        "verdict.",
        "language.",
        "site.",
        "source.",
    )
    used = "".join(each for each in _sources())
    assert [key for key in flat(code) if not key.startswith(made) and _stem(key) not in used] == []


def _stem(key: str) -> str:
    return key.removesuffix("_one").removesuffix("_other")


def _sources() -> Iterator[str]:
    for room in ("report", "export", "site", "desk", "cli"):
        for path in files("workbench").joinpath(room).rglob("*"):  # type: ignore[attr-defined]
            if path.suffix in {".py", ".html"}:
                yield path.read_text(encoding="utf-8")


def test_a_language_without_a_file_is_told():
    with pytest.raises(UnknownNameError, match="xx"):
        language("xx")


@pytest.mark.parametrize(
    ("code", "day", "label"),
    [("en", "3 May 2026", "Jan–Sep 2021"), ("de", "3. Mai 2026", "Jan.–Sep. 2021"), ("fr", "3 mai 2026", "janv.–sept. 2021"),
     ("es", "3 de mayo de 2026", "ene.–sept. 2021"), ("mk", "3 мај 2026", "јан.–сеп. 2021")],
)  # fmt: skip
def test_days_and_periods(code: str, day: str, label: str):
    t = language(code)
    assert (t.day(date(2026, 5, 3)), t.period("Jan–Sep 2021")) == (day, label)


# --- no format has words of its own ---


def pseudo() -> languages.ReaderLanguage:
    """English with every letter but those of the {places} made Greek."""
    parts = re.split(r"(\{\w+\}|^[\w.]+ = |^\[\w+\]$)", ENGLISH_FILE, flags=re.MULTILINE)
    return read_language("el", "".join(p if n % 2 else p.translate(FOREIGN) for n, p in enumerate(parts)))


def foreign(noun: Any) -> Any:
    """Return a noun whose every text but web addresses, hashes and languages is Greek."""
    if isinstance(noun, str) and type(noun) is str:
        return noun if re.match(r"https?://|[0-9a-f]{64}$", noun) else noun.translate(FOREIGN)
    if isinstance(noun, tuple):
        return tuple(foreign(each) for each in noun)
    if isinstance(noun, Verdict):
        return fold_reviews(foreign(noun.claim), foreign(noun.scale), [foreign(each) for each in noun.history])
    if is_dataclass(noun) and not isinstance(noun, type):
        return replace(noun, **{f.name: foreign(getattr(noun, f.name)) for f in fields(noun) if _told(f.name)})
    return noun


def _told(name: str) -> bool:
    return name not in {"language", "unit", "tone", "read", "op", "snapshots", "media_type"}


@pytest.fixture
def greek(report: Report, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setattr(languages, "LANGUAGES", ("el",))
    monkeypatch.setattr(languages, "_language", lambda _: pseudo())
    made = foreign(replace(report, snapshots={}, drafts=True))
    bodies = {key: foreign(body) for key, body in report.snapshots.items()}
    return replace(made, snapshots=bodies, publisher=replace(made.publisher, language="el"))


class Shown(HTMLParser):
    """What a page shows a reader or tells a screen reader, without what it says to be of another language."""

    VOID = frozenset({"meta", "link", "br", "input", "circle", "line", "path"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden: list[bool] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        hidden = any(self._hidden) or tag in {"style", "script", "code"} or told.get("lang") == "en"
        if not hidden:
            self.words += [told[name] or "" for name in ("aria-label", "title", "alt", "placeholder") if name in told]
            self.words += [value or "" for name, value in attrs if name in {"data-one", "data-other", "data-same"}]
        if tag not in self.VOID:
            self._hidden.append(hidden)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._hidden):
            self.words.append(data)


def english_in(text: str) -> set[str]:
    """Latin words of three letters and more that are no address, hash or name of a standard."""
    bare = re.sub(r"https?://\S+|\b[0-9a-f]{12,64}\b|\{\w+\}", " ", text)
    return {word for word in re.findall(r"[A-Za-z]{3,}", bare) if word not in NOT_WORDS}


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_has_words_of_its_own(greek: Report, form: str):
    body = Plugins(EXPORTERS)[form].export(greek)
    if form == "docx":
        tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml"))
        text = " ".join(tree.itertext())
    else:
        text = " ".join(Shown(body.decode()).words) if form == "html" else body.decode()
    assert "Μετηοδ" in text, "the pseudo language is in use"
    assert english_in(text) <= MACHINE


def test_no_page_of_the_site_has_words_of_its_own(greek: Report):
    made = dict(site_files(Site(greek, SiteSettings("https://checks.example.org", "Ψηεψκς"), lambda key: key.encode())))
    for path, body in made.items():
        if path.endswith(".html"):
            assert english_in(" ".join(Shown(body.decode()).words)) <= MACHINE, path
        if path.endswith(".xml"):
            assert english_in(" ".join(etree.fromstring(body).itertext())) <= {"urn"}, path


def test_no_script_of_the_site_has_words_of_its_own():
    for name in ("search.js", "verify.js"):
        code = files("workbench.site").joinpath("templates", name).read_text(encoding="utf-8")
        code = re.sub(r"^//.*$", "", code, flags=re.MULTILINE)
        assert [
            text for text in re.findall(r'"([^"]*)"|`([^`]*)`', code) if re.match(r"[A-Za-z]+ [A-Za-z]", "".join(text))
        ] == []


# --- quotes keep their language ---


def test_a_quote_keeps_its_language_and_direction(report: Report):
    first = report.entries[0]
    said = replace(first.claim, language="ar", context="انخفضت طلبات اللجوء بنسبة 70 في المئة.")
    told = replace(report, entries=(replace(first, claim=said),), publisher=replace(report.publisher, language="de"))
    page = Plugins(EXPORTERS)["html"].export(told).decode()
    assert page.startswith('<!doctype html>\n<html lang="de" dir="ltr">')
    assert '<h2 lang="ar" dir="rtl">انخفضت' in page
    assert '<p lang="en" dir="ltr">151 in 2020' in page, "the machine's arithmetic is marked as what it is"
    assert "13. November 2021" in page
    assert "<bdi>Oliver Spasovski" in page


@pytest.mark.parametrize(("form", "code"), [*((form, code) for form in FORMATS for code in LANGUAGES), ("pdf", "mk")])
def test_every_format_is_written_in_every_language(report: Report, form: str, code: str):
    told = replace(report, publisher=replace(report.publisher, language=code))
    body = Plugins(EXPORTERS)[form].export(told)
    if form == "docx":
        body = zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml")
    assert form == "pdf" or language(code)("report.method_text")[:40].split("'")[0] in body.decode()
