"""The sample tables: a user's own figures, and lists of claims to import."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest

from sources._files.tidy_table import tidy_table
from workbench.core.series import Frequency
from workbench.desk.importing.bulk_import import ImportPlan, import_bulk
from workbench.files.user_files import UserFiles
from workbench.ports import silent
from workbench.readers import readers
from workbench.store import open_store


@pytest.fixture
def ports(tmp_path) -> Iterator[SimpleNamespace]:
    with open_store(tmp_path / "desk.db") as store:
        yield SimpleNamespace(worth={}, store=store, files=UserFiles(), readers=readers())


def run(ports, *paths):
    return import_bulk(ports, ImportPlan(paths=tuple(map(str, paths))), silent)


def test_own_figures_are_read_without_a_doubt(samples):
    body = (samples / "own-figures.csv").read_bytes()
    table = tidy_table(body, "own-figures.csv", "a-snapshot")
    series, rows = table.series(), table.observations
    assert not table.problems
    assert {each.ref.key for each in series} == {"crossings-announced", "smuggling-announced", "smuggled-announced"}
    assert {each.frequency for each in series} == {Frequency.SPAN}
    assert {row.place for row in rows} == {"MKD"}
    assert all(row.period.start == date(row.period.start.year, 1, 1) for row in rows)
    announced = {(row.ref.key, row.period.end.isoformat()): int(row.value) for row in rows}
    assert announced == {
        ("crossings-announced", "2021-10-01"): 16_000,
        ("crossings-announced", "2021-11-13"): 15_895,
        ("crossings-announced", "2023-10-17"): 10_455,
        ("smuggling-announced", "2021-10-01"): 35,
        ("smuggling-announced", "2023-09-01"): 74,
        ("smuggled-announced", "2021-10-01"): 420,
        ("smuggled-announced", "2023-09-01"): 734,
    }


def test_own_figures_say_where_each_is_from(samples):
    lines = (samples / "own-figures.csv").read_text(encoding="utf-8").splitlines()
    assert all("aid on " in line and "https://" in line for line in lines[1:])


@pytest.mark.parametrize("name", ["import-example.csv", "import-example.jsonl"])
def test_an_example_is_imported_whole_and_once(ports, samples, name):
    done, rejected = run(ports, samples / name)
    assert (done.rows, done.documents, done.problems, list(rejected)) == (12, 12, (), [])
    assert done.claims >= 12
    again, _ = run(ports, samples / name)
    assert (again.documents, again.claims, again.already) == (0, 0, 12)


def test_both_examples_are_one_list(ports, samples):
    done, _ = run(ports, samples / "import-example.csv", samples / "import-example.jsonl")
    assert (done.documents, done.already) == (12, 12)


@pytest.mark.parametrize("name", ["import-example.csv", "import-example.jsonl"])
def test_an_example_says_on_top_that_it_is_a_paraphrase_and_of_what(samples, name):
    head = (samples / name).read_text(encoding="utf-8")[:400]
    assert head.startswith("# Paraphrases, written for this project in its own words, of what ")
    assert all(report in head for report in ("MIA on 2 December 2021", "netpress.com.mk", "mia.mk on 17 October 2023"))


def test_the_folder_of_statements_is_imported_whole(ports, samples):
    done, rejected = run(ports, samples / "statements")
    assert (done.documents, list(rejected)) == (4, [])
    again, _ = run(ports, samples / "statements")
    assert (again.documents, again.already) == (0, 4)
