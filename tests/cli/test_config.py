"""How a newsroom's own settings reach its desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_a_team_weighs_the_worth_of_claims_otherwise(workbench, home: Path, statements: Path):
    config = home / "config.toml"
    config.write_text("[worth]\nfigure = 0.0\nmeasure = 5\n")
    workbench("import", str(statements), "--config", str(config))
    shown = workbench("show", workbench("claims", "--json").records[0]["id"], "--json").records[0]
    weights = {part["name"]: part["weight"] for part in shown["worth_parts"]}
    assert weights["figure"] == 0
    assert weights["measure"] > 0.8
    assert sum(weights.values()) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[worth]\nfigrue = 1", "Did you mean figure?"),
        ("[worth]\nfigure = -1", "from 0 upwards"),
        ('[worth]\nfigure = "much"', "figure = 0.4"),
        ("worth = 3", "figure = 0.4"),
        ("scale = 5", "is not a text"),
        ("scales = [", "is not TOML"),
        ("a." * 50_000 + "a = 1", "is not TOML: a name has more than 500 parts (at line 1)"),
        ("[" + "a." * 50_000 + "a]", "is not TOML: a name has more than 500 parts (at line 1)"),
        ("publsiher = 1", "Did you mean publisher?"),
    ],
)
def test_a_slip_in_the_file_is_a_sentence_with_a_next_step(
    workbench, home: Path, statements: Path, line: str, words: str
):
    config = home / "config.toml"
    config.write_text(line)
    ran = workbench("import", str(statements), "--config", str(config))
    assert ran.code == 2
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_the_plain_scale(workbench, home: Path, statements: Path):
    config = home / "config.toml"
    config.write_text('scale = "plain"\nreviewer = "ben"\n')
    workbench("import", str(statements))
    claim = workbench("claims", "--json").records[0]["id"]
    assert "Supported" in workbench("rate", claim, "supported", "--config", str(config)).out
    assert "Did you mean" in workbench("rate", claim, "suported", "--config", str(config)).err


BROKEN = ("http://[", "https://", "https://[::1", "file://[", "http://[not]/x")


@pytest.mark.parametrize("address", BROKEN)
@pytest.mark.parametrize("setting", ["data", "checks", "url", "corrections"])
@pytest.mark.parametrize("verb", ["claims", "doctor", "sources", "archive list"])
def test_an_address_that_is_none_is_a_sentence_of_every_verb(
    workbench, home: Path, address: str, setting: str, verb: str
):
    """A bracket that never closes, a host that is missing: whatever setting names it, whatever is asked."""
    file = home / "config.toml"
    line = f'{setting} = ["{address}"]' if setting in {"data", "checks"} else f'[publisher]\n{setting} = "{address}"'
    file.write_text(line)
    ran = workbench("--config", file, *verb.split())
    assert "failed" not in ran.err
    if setting in {"data", "checks"} or "[" in address:
        assert ran.code == 2
        assert address in ran.err
        assert "https://" in ran.err.splitlines()[-1]


@pytest.mark.parametrize("index", ["answer = " + "[" * 100_000, "a." * 50_000 + "a = 1", "answer = " + "{a=" * 50_000])
def test_a_folder_of_samples_whose_index_is_nested_beyond_measure(workbench, home: Path, statements: Path, index: str):
    (home / "samples").mkdir()
    (home / "samples" / "answers.toml").write_text(index)
    workbench("import", statements)
    claim = workbench("claims", "--json", "--limit", "1").records[0]["id"]
    ran = workbench("--samples", home / "samples", "research", claim, "--series", "worldbank:SP.POP.TOTL")
    assert "answers.toml: it is not TOML" in ran.out + ran.err
    assert ran.code in {2, 3}


@pytest.mark.parametrize("span", ["99999y", "99999w", "99999d", "9999y"])
def test_a_length_of_time_beyond_every_calendar_drops_nothing(workbench, span: str):
    ran = workbench("archive", "prune", "--older-than", span)
    assert (ran.code, ran.out) == (0, "")
    assert "0 bodies went" in ran.err


SAME_AS = """
[publisher]
name = "Checks"
url = "https://checks.example.org"
same_as = ["https://www.wikidata.org/wiki/Q1", "https://social.example/@checks"]
reviewers = true

[publisher.speakers]
"oliver  Spasovski" = "https://www.wikidata.org/wiki/Q2"
"Nobody Else" = ["https://example.org/a", "https://example.org/b"]
"""


def test_claimreview_says_who_publisher_and_speaker_are_elsewhere(workbench, home: Path, statements: Path):
    """Each by its own addresses; a speaker whom the settings do not know has none, and no other format tells of them."""
    config = home / "config.toml"
    config.write_text(SAME_AS)
    workbench("import", str(statements))
    for row in workbench("claims", "--json").records:
        workbench("rate", row["id"], "false", "--note", "no official figure: the office counts no such thing")
        assert workbench("publish", row["id"], "--config", config).code == 0
    reviews = json.loads(workbench("export", "--format", "claimreview", "--config", config).out)
    assert {tuple(each["author"]["sameAs"]) for each in reviews} == {
        ("https://www.wikidata.org/wiki/Q1", "https://social.example/@checks")
    }
    said = {who["name"]: who.get("sameAs") for each in reviews if (who := each["itemReviewed"].get("author"))}
    assert said == dict.fromkeys(said) | {"Oliver Spasovski": ["https://www.wikidata.org/wiki/Q2"]}
    assert "wikidata" not in workbench("export", "--format", "json", "--config", config).out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('same_as = "wikidata"', "The setting same_as under [publisher] is no address of the web: wikidata."),
        ("same_as = [3]", "is no address of the web: 3."),
        ('same_as = "https://ana:secret@example.org"', "is no address of the web"),
        ("speakers = 3", "The setting speakers of [publisher] is not a table."),
        ('speakers = {"" = "https://example.org"}', "has no name"),
        ('speakers = {"Ana" = "javascript:alert(1)"}', "The setting Ana under [publisher] is no address of the web"),
    ],
)
def test_who_somebody_is_elsewhere_is_an_address(workbench, home: Path, line: str, words: str):
    config = home / "config.toml"
    config.write_text(f"[publisher]\n{line}\n")
    ran = workbench("claims", "--config", str(config))
    assert ran.code == 2
    assert words in ran.err.splitlines()[0]
    assert len(ran.err.splitlines()) == 2
