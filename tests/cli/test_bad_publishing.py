"""What cannot be published is a sentence with what to do, and no site is left half written."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

import pytest

from workbench.core.errors import UnknownNameError
from workbench.desk.correcting.slot_corrections import slot_named
from workbench.site import template_environment

CONFIG = '[publisher]\nname = "Checks"\nurl = "https://checks.example.org"\n'
PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
CUT = {"png": PNG[:40], "jpeg": b"\xff\xd8\xff\xe0JFIF", "gif": b"GIF89a", "webp": b"RIFF\xff\x00\x00\x00WEBPVP8 "}
"""Pictures of which only the beginning came."""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(CONFIG)
    return path


def taken_in(workbench, tmp_path: Path, text: str, **about: str) -> str:
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"id": "one", "text": text, **about}) + "\n", encoding="utf-8")
    assert workbench("import", lines).code == 0
    return next(iter(workbench("claims", "--json").records))["id"]


@pytest.fixture
def published(workbench, tmp_path: Path, config: Path) -> str:
    """There were 91 asylum applications in 2021."""
    key = taken_in(workbench, tmp_path, "There were 91 asylum applications in 2021.", date="2021-12-02", place="MKD")
    workbench("rate", key, "false", "--note", "no official figure: the office counts no such thing")
    assert workbench("publish", key).code == 0
    return key


@pytest.fixture
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page may go round a hundredth as often, so that what never ends ends sooner."""
    monkeypatch.setattr(template_environment, "MOST_ROUNDS", 10_000)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(done, says: str) -> None:
    """Two sentences: what is wrong, and what to do."""
    assert (done.code, done.out) == (2, "")
    lines = done.err.strip().splitlines()
    assert len(lines) == 2
    assert says in lines[0]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_folder_is_no_file_to_write(workbench, published, tmp_path, config, force):
    """It was said to be there already, and that --force replaces it."""
    done = workbench("export", "--format", "html", "--output", tmp_path, "--config", config, *force)
    refused(done, "is a folder and not a file")


def test_reviews_that_were_written_are_counted_and_not_claims(workbench, published, tmp_path, config):
    """A withdrawn check has no ClaimReview, and a claim without a rating has none among drafts either."""
    out, asked = tmp_path / "all.jsonld", ("export", "--format", "claimreview", "--force", "--config", config)
    done = workbench(*asked, "--output", out, "--drafts")
    assert (done.code, done.err.splitlines()[0]) == (0, f"1 claim written to {out} (claimreview)."), done
    assert json.loads(out.read_text())["identifier"] == published


def test_an_export_goes_over_no_file_that_is_there(workbench, published, tmp_path, config):
    out = tmp_path / "report.html"
    out.write_bytes(b"mine")
    refused(workbench("export", "--format", "html", "--output", out, "--config", config), "is there already")
    assert out.read_bytes() == b"mine"
    assert workbench("export", "--format", "html", "--output", out, "--force", "--config", config).code == 0
    assert out.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.usefixtures("few_rounds")
@pytest.mark.parametrize(
    "case",
    [
        (
            "claim-page.html",
            "{% block content %}\n\n{{ nothing_of_the_kind }}\n{% endblock %}",
            "claim-page.html, line 3",
        ),
        (
            "claim-page.html",
            '{% extends "base.html" %}\n{% block content %}{% if %}{% endblock %}',
            "claim-page.html, line 2",
        ),
        ("base.html", "{{ 1 / 0 }}", "base.html"),
        ("index.html", "{% extends 'no-such.html' %}", "no-such.html"),
        (
            "claim.html",
            "{% macro claim_article(entry, points, top, sub) %}\n{{ entry.claim.nothing }}{% endmacro %}",
            "claim.html, line 2",
        ),
        ("embed.html", "{{ report }}\n{% for n in range(10 ** 15) %}{% endfor %}", "embed.html, line 2"),
        (
            "index.html",
            "{% for a in range(50000) %}\n{% for b in range(50000) %}\n{{ b }}{% endfor %}{% endfor %}",
            "go round more than 10,000 times in one page",
        ),
        ("method.html", "{% macro on() %}\n{{ on() }}{% endmacro %}{{ on() }}", "method.html, line"),
    ],
)
def test_a_template_with_an_error_is_named_and_nothing_is_written(workbench, published, tmp_path, config, case):
    name, text, says = case
    templates, site = tmp_path / "templates", tmp_path / "site"
    templates.mkdir()
    (templates / name).write_text(text)
    refused(workbench("site", site, "--templates", templates, "--config", config), says)
    assert not site.exists()


@pytest.mark.usefixtures("few_rounds")
def test_loops_of_templates_are_as_usual(workbench, published, tmp_path, config):
    """Only those that never end are refused."""
    templates, site = tmp_path / "templates", tmp_path / "site"
    templates.mkdir()
    loop = "{% for n in range(0, 9000, 3) %}{% if loop.last %}{{ loop.index }} {{ loop.length }} {{ range(9)[2:4]|list }}{% endif %}{% endfor %}"
    (templates / "embed.html").write_text(loop)
    assert workbench("site", site, "--templates", templates, "--config", config).code == 0
    assert files(site)[f"claims/{published}/embed.html"].startswith(b"3000 3000 [2, 3]")


def test_a_fault_leaves_the_site_of_before_as_it_was(workbench, published, tmp_path, config):
    site, templates = tmp_path / "site", tmp_path / "templates"
    assert workbench("site", site, "--config", config).code == 0
    before = files(site)
    templates.mkdir()
    (templates / "method.html").write_text("{{ nothing }}")
    refused(workbench("site", site, "--templates", templates, "--config", config), "method.html, line 1")
    assert files(site) == before


@pytest.mark.parametrize(
    "body", [b"no picture", b"<svg><script>alert(1)</script></svg>", b"RIFF1234WAVE", *CUT.values()]
)
def test_a_logo_that_is_no_picture_is_told(workbench, published, tmp_path, config, body):
    logo = tmp_path / "logo.png"
    logo.write_bytes(body)
    refused(workbench("site", tmp_path / "site", "--logo", logo, "--config", config), "logo.png is no picture")
    assert not (tmp_path / "site").exists()


def test_a_logo_stands_before_the_name(workbench, published, tmp_path, config):
    logo = tmp_path / "sign"
    logo.write_bytes(PNG)
    assert workbench("site", tmp_path / "site", "--logo", logo, "--config", config).code == 0
    made = files(tmp_path / "site")
    assert made["logo.png"] == PNG
    assert b'<img class="logo" src="../../logo.png" alt="">' in made[f"claims/{published}/index.html"]


@pytest.mark.parametrize("name", ["no such folder", "config.toml"])
def test_templates_that_are_no_folder_are_told(workbench, published, tmp_path, config, name):
    refused(workbench("site", tmp_path / "site", "--templates", tmp_path / name, "--config", config), "is no folder")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("url", ["http://[", "https://ana:secret@checks.example.org", "https://checks.example.org/a b"])
def test_an_address_that_readers_cannot_be_given_is_refused(workbench, published, tmp_path, config, url):
    refused(workbench("site", tmp_path / "site", "--url", url, "--config", config), "A site needs the address")
    assert not (tmp_path / "site").exists()
    done = workbench("edit", published, f"address={url}", "--config", config)
    refused(done, "is no address")


def test_a_slot_without_a_name_is_told(workbench, published, config):
    refused(workbench("edit", published, "=5", "--config", config), "names no slot")
    with pytest.raises(UnknownNameError, match="No slot is named"):
        slot_named(" ")


@pytest.mark.parametrize(
    "url",
    [
        "",
        'url = "checks"\n',
        'url = "ftp://checks.example.org"\n',
        'url = "https://"\n',
        'url = "https://ana:secret@checks.example.org"\n',
    ],
)
def test_a_publisher_without_an_address_is_asked_for_one(workbench, published, tmp_path, config, url):
    config.write_text(f'[publisher]\nname = "Checks"\n{url}')
    refused(workbench("site", tmp_path / "site", "--config", config), "A site needs the address")
    assert not (tmp_path / "site").exists()
    refused(workbench("export", "--format", "claimreview", "--config", config), "ClaimReview needs the address")


def test_a_folder_that_cannot_be_written_is_told(workbench, published, tmp_path, config):
    there = tmp_path / "a file"
    there.write_text("mine")
    refused(workbench("site", there, "--config", config), "is a file")
    done = workbench("site", there / "below", "--config", config)
    assert (done.code != 0, done.out, "Traceback" in done.err) == (True, "", False)
    assert there.read_text() == "mine"


FORMS = ("markdown", "html", "docx", "csv", "xlsx", "json", "claimreview")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "There were 91 asylum applications in 2021. " + "So it went on and on. " * 4_480,
            {"date": "2021-12-02"},
        ),
        ("There were 91 asylum applications.", {}),
        ("There were 91 asylum applications in 2021, " + "x" * 99_000, {"place": "MKD"}),
    ],
    ids=["a hundred thousand characters", "no date at all", "one word of 99,000"],
)
def test_what_is_long_or_has_no_day_goes_out_in_every_format(workbench, tmp_path, config, text, about):
    key = taken_in(workbench, tmp_path, text, **about)
    workbench("rate", key, "false", "--note", "no official figure: the office counts no such thing")
    assert workbench("publish", key).code == 0
    for form in FORMS:
        done = workbench("export", "--format", form, "--output", tmp_path / f"out.{form}", "--config", config)
        assert (form, done.code) == (form, 0)
    review = json.loads((tmp_path / "out.claimreview").read_bytes())
    assert 0 < len(review["claimReviewed"]) <= 300
    assert not review["claimReviewed"].endswith(("…", "..."))
    assert ("datePublished" in review["itemReviewed"]) == ("date" in about)
    assert workbench("site", tmp_path / "site", "--config", config).code == 0
    assert f"claims/{key}/index.html" in files(tmp_path / "site")
