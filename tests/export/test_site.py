"""A site of published checks: every link leads somewhere, nothing foreign becomes markup, and only what changed is written."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from workbench.core.corrections.correction import Correction, Slot
from workbench.core.errors import UsageError, WritingError
from workbench.core.report import Report
from workbench.core.report_text import ReportWords
from workbench.core.reviews.public_change import PublicChange
from workbench.core.reviews.published import ChangeKind
from workbench.desk.publication.incremental_report import NotedCheck
from workbench.files.protected_files import ProtectedFileError
from workbench.site import (
    Notes,
    NotOurFolderError,
    Site,
    SiteSettings,
    TemplateFaultError,
    site_before,
    site_files,
    write_site,
)
from workbench.site.settings import site_address
from workbench.site.unchanged_files import basis

URL = "https://checks.example.org/desk"
ATOM = "{http://www.w3.org/2005/Atom}"


def made(report: Report, templates: Path | None = None) -> dict[str, bytes]:
    return dict(site_files(Site(report, SiteSettings(URL, "Example <Checks>", templates), lambda key: key.encode())))


class Page(HTMLParser):
    """What a page links to and runs."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.data: list[str] = []
        self._in_data = False
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := found.get(name))]
        if tag == "script":
            self.scripts.append(found)
            self._in_data = found.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = self._in_data and tag != "script"


def pages(files: dict[str, bytes]) -> dict[str, Page]:
    return {path: Page(body) for path, body in files.items() if path.endswith(".html")}


def test_every_link_within_the_site_leads_to_a_file_of_it(report: Report):
    files = made(report)
    for path, page in pages(files).items():
        for link in page.links:
            if urlsplit(link).scheme or link.startswith("#"):
                inside = link.removeprefix(URL + "/") if link.startswith(URL + "/") else None
                target = (
                    None if inside is None else inside + ("index.html" if inside == "" or inside.endswith("/") else "")
                )
            else:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.split("#")[0]))
            assert target is None or target in files, f"{path} links to {link}"


def test_scripts_are_files_of_the_site_and_data_is_json(report: Report):
    for path, page in pages(made(report)).items():
        for script in page.scripts:
            assert script.get("type") == "application/ld+json" or (script.get("src") or "").endswith(".js"), path
        for data in page.data:
            assert json.loads(data)["@type"] == "ClaimReview"


def test_the_claimreview_of_a_claim_has_the_page_of_the_claim(report: Report):
    files = made(report)
    feed = json.loads(files["claimreview.json"])
    addresses = [item["url"] for item in feed["dataFeedElement"]]
    assert addresses
    lines = (
        files["claimreview.json"].decode().splitlines()[1:-1]
    )  # a check a line, so that a change of one shows as one
    assert [json.loads(line.removesuffix(","))["url"] for line in lines] == addresses
    for address in addresses:
        page = Page(files[address.removeprefix(f"{URL}/") + "index.html"])
        assert [json.loads(data)["url"] for data in page.data] == [address]


def test_feeds_and_site_map_are_xml_whose_addresses_are_pages(report: Report):
    files = made(report)
    for entry in etree.fromstring(files["feed.xml"]).iter(f"{ATOM}entry"):
        address = entry.find(f"{ATOM}link").get("href")  # type: ignore[union-attr]
        assert str(address).removeprefix(f"{URL}/") + "index.html" in files
        assert entry.find(f"{ATOM}updated").text.endswith("Z")  # type: ignore[union-attr]
    places = [place.text for place in etree.fromstring(files["sitemap.xml"]).iter() if place.tag.endswith("loc")]
    assert len(places) == len(set(places))
    assert all(f"{place}index.html".removeprefix(f"{URL}/") in files for place in places)


def test_corrections_have_a_page_and_a_feed(report: Report):
    first = report.entries[0]
    change = PublicChange(ChangeKind.CORRECTED, report.made, "False", "True", "We read the <wrong> year.")
    files = made(replace(report, entries=(replace(first, changes=(change,)), *report.entries[1:])))
    assert "We read the &lt;wrong&gt; year." in files["corrections/index.html"].decode()
    (entry,) = etree.fromstring(files["corrections/feed.xml"]).iter(f"{ATOM}entry")
    assert "We read the <wrong> year." in entry.find(f"{ATOM}summary").text  # type: ignore[union-attr]
    assert "Nothing has been corrected." in made(report)["corrections/index.html"].decode()


def test_the_archived_bodies_lie_under_their_hash_and_are_listed(report: Report):
    files = made(report)
    listed = json.loads(files["evidence/index.json"])
    assert {row["sha256"] for row in listed} == {body.id for body in report.bodies}
    assert all(files[f"evidence/{row['sha256']}"] == row["sha256"].encode() for row in listed)


def test_the_newsrooms_templates_and_brand_come_first(report: Report, tmp_path: Path):
    (tmp_path / "brand.css").write_text("h1 { color: teal; }")
    (tmp_path / "method.html").write_text("{% extends 'base.html' %}{% block content %}Our own way.{% endblock %}")
    files = made(report, tmp_path)
    assert files["brand.css"] == b"h1 { color: teal; }"
    assert "Our own way." in files["method/index.html"].decode()
    assert files["verify/index.html"] == made(report)["verify/index.html"]


def test_the_newsrooms_own_row_leads_to_the_page_from_every_list(report: Report, tmp_path: Path):
    (tmp_path / "row.html").write_text(
        '<li><a href="{{ root }}{{ row.path }}index.html">{{ row.title }}</a> &lt;- {{ root }}</li>'
    )
    files = made(report, tmp_path)
    assert files["index.html"].count(b" &lt;- </li>") == len(report.entries)
    lists = [body for path, body in files.items() if path.startswith("series/")]
    assert lists
    assert all(body.count(b" &lt;- ../../</li>") == body.count(b'<li><a href="../../claims/') > 0 for body in lists)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("one\n{% block content %}\n{{ oops", "method.html, line 3"),
        ("one\ntwo\n{{ nobody.knows.this }}", "method.html, line 3"),
        ("{% extends 'nowhere.html' %}", "nowhere.html"),
    ],
)
def test_a_template_with_an_error_is_named_with_its_line_and_nothing_is_written(
    report: Report, tmp_path: Path, body: str, says: str
):
    own = tmp_path / "own"
    own.mkdir()
    (own / "method.html").write_text(body)
    target = tmp_path / "site"
    settings = SiteSettings(URL, "t", own)
    with pytest.raises(TemplateFaultError, match=says):
        write_site(target, site_files(Site(report, settings, lambda key: b"")))
    assert not target.exists()


def test_only_what_changed_is_written_and_what_no_longer_belongs_is_taken_away(report: Report, tmp_path: Path):
    first = write_site(tmp_path, made(report).items())
    assert (first.files, first.written) == (len(made(report)), len(made(report)))
    assert write_site(tmp_path, made(report).items()).written == 0
    gone = report.entries[0].claim.id
    fewer = replace(report, entries=report.entries[1:])
    again = write_site(tmp_path, made(fewer).items())
    assert 0 < again.written < first.written
    assert again.removed > 0
    assert not (tmp_path / "claims" / gone / "index.html").exists()
    (tmp_path / "index.html").unlink()
    assert write_site(tmp_path, made(fewer).items()).written == 1


def test_a_folder_of_others_is_left_alone(report: Report, tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(NotOurFolderError, match="no site of the workbench"):
        write_site(tmp_path, made(report).items())
    write_site(tmp_path, made(report).items(), force=True)
    assert (tmp_path / "thesis.txt").read_text() == "mine"
    with pytest.raises(UsageError, match="is a file"):
        write_site(tmp_path / "thesis.txt", {}.items())


def test_a_list_that_points_out_of_the_folder_removes_nothing_there(report: Report, tmp_path: Path):
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    site = tmp_path / "site"
    write_site(site, made(report).items())
    key = hashlib.sha256(b"").hexdigest()
    (site / ".workbench-site.json").write_text(json.dumps({"../outside.txt": key, str(outside): key}))
    write_site(site, made(report).items())
    assert outside.read_text() == "mine"


def test_a_list_takes_away_files_alone_and_none_that_are_kept(report: Report, tmp_path: Path):
    """Whatever somebody wrote into it: a folder, the list itself, the desk's own database."""
    write_site(tmp_path, made(report).items())
    (tmp_path / "desk.db").write_text("mine")
    key = hashlib.sha256(b"").hexdigest()

    def kept(target: Path) -> None:
        if target.name == "desk.db":
            raise ProtectedFileError(target, "the database is kept there")

    (tmp_path / ".workbench-site.json").write_text(json.dumps({"claims": key, ".": key, "": key}))
    write_site(tmp_path, made(report).items(), kept=kept)
    (tmp_path / ".workbench-site.json").write_text(json.dumps({"desk.db": key}))
    with pytest.raises(ProtectedFileError):
        write_site(tmp_path, made(report).items(), kept=kept)
    assert (tmp_path / "desk.db").read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_told(report: Report, tmp_path: Path):
    (tmp_path / "claims").write_text("a file in the way")
    with pytest.raises(WritingError):
        write_site(tmp_path, made(report).items(), force=True)


@pytest.mark.parametrize("url", ["", "checks.example.org", "javascript:alert(1)", "file:///etc"])
def test_a_site_needs_a_web_address(url: str):
    with pytest.raises(UsageError, match="needs the address"):
        site_address(url)
    assert site_address("https://a.example/b/?q=1#x") == "https://a.example/b"


def test_the_same_report_gives_the_same_bytes_whenever_it_is_made(report: Report):
    """Nothing of the moment of making stands in a page: what did not change is not written again."""
    later = replace(report, made=report.made + timedelta(days=3))
    assert made(report) == made(later)


# --- only what changed is made again ---


def marked(report: Report) -> dict[str, NotedCheck]:
    """Return what the desk would note of each check: here, all that it holds."""
    said = {each.claim.id: repr((each, report.publisher)) for each in report.entries}
    return {key: NotedCheck(hashlib.sha256(of.encode()).hexdigest(), (), None, False) for key, of in said.items()}


def built(report: Report, folder: Path, templates: Path | None = None) -> list[str]:
    """Bring a site up to date, and return the checks whose pages were made."""
    settings = SiteSettings(URL, "Example <Checks>", templates)
    noted = {key: replace(each, mark=each.mark + basis(settings)) for key, each in marked(report).items()}
    before, notes = site_before(folder), Notes()
    files = list(site_files(Site(report, settings, lambda key: key.encode(), noted), before, notes))
    write_site(folder, files, before=before, notes=notes)
    pages = [path for path, body in files if path.endswith("/index.html") and isinstance(body, bytes)]
    return [path.split("/")[1] for path in pages if path.startswith("claims/")]


def changed(report: Report, **fields: object) -> Report:
    """Return the report with something of its first check changed."""
    return replace(report, entries=(replace(report.entries[0], **fields), *report.entries[1:]))  # type: ignore[arg-type]


def headlined(report: Report) -> Report:
    """Return the report with a headline for its first check, as an edit of it."""
    claim = report.entries[0].claim
    worded = replace(claim, report_words=ReportWords(headline="Asylum fell"))
    edit = Correction(
        claim=claim.id, slot=Slot.HEADLINE, said="Asylum fell", before="", after="Asylum fell", reading=worded, reviewer="ana", at=report.made,
    )  # fmt: skip
    return changed(report, claim=worded, corrections=(edit,))


CHANGES: dict[str, Callable[[Report], Report]] = {
    "headline": headlined,
    "document": lambda r: changed(r, document=replace(r.entries[0].document, title="Another")),
    "finding": lambda r: changed(r, findings=r.entries[0].findings[:1]),
    "known": lambda r: changed(r, known=()),
    "elsewhere": lambda r: changed(r, elsewhere=()),
    "review": lambda r: changed(r, verdict=replace(r.entries[0].verdict, standing=frozenset())),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_check_that_changed_is_made_again_and_no_other(report: Report, tmp_path: Path, change: str):
    assert len(built(report, tmp_path / "site")) == len(report.entries)
    assert built(report, tmp_path / "site") == []
    other = CHANGES[change](report)
    assert built(other, tmp_path / "site") == ["c1"]
    assert built(other, tmp_path / "new") == [entry.claim.id for entry in other.entries]
    one, new = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("site", "new")
    )
    assert one == new, "what was kept is what would have been made"


@pytest.mark.parametrize("what", ["language", "publisher", "template", "file"])
def test_what_all_pages_are_made_of_makes_them_all_again(report: Report, tmp_path: Path, what: str):
    templates = tmp_path / "templates"
    templates.mkdir()
    built(report, tmp_path / "site", templates)
    every = [entry.claim.id for entry in report.entries]
    if what == "template":
        (templates / "brand.css").write_text("body { color: red }")
        assert built(report, tmp_path / "site", templates) == every
    elif what == "file":
        (tmp_path / "site" / "claims" / "c1" / "index.html").unlink()
        built(report, tmp_path / "site", templates)
        assert (tmp_path / "site" / "claims" / "c1" / "index.html").is_file()
    else:
        fields = {"language": "de"} if what == "language" else {"contact": "else@example.org"}
        told = replace(report, publisher=replace(report.publisher, **fields))
        assert built(told, tmp_path / "site", templates) == every
