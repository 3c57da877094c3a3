"""Scripts name options: each one that they were promised is there, under every verb that has it."""

from __future__ import annotations

import json

import pytest

from workbench.config import sample_folder

PROMISED = {
    "sentences": "--records --jobs",
    "extract": "--records --jobs --fast",
    "match": "--records --jobs --catalogue --limit",
    "known": "--records --jobs --against --limit",
    "check": "--records --jobs --data",
    "import": "--format --map --dry-run --rejects --jobs --cluster --later",
    "claims": "--query --json",
    "show": "--json",
    "research": "--fresh",
    "rate": "--note --by --records",
    "edit": "--place --period --amount --measure --by --records",
    "dismiss": "--why --note --by --records",
    "claim add": "--quote",
    "export": "--format --output",
    "backup": "--keep",
    "doctor": "--live",
    "db upgrade": "--dry-run",
}


@pytest.fixture
def claim(workbench, once) -> str:
    """In the first nine months of 2021, 16,000 attempts of illegal migration were stopped."""
    path = sample_folder() / "statements" / "2021-12-02-brdo-forum.txt"
    once("forum", lambda: workbench("import", path))
    return workbench("claims", "--json").records[0]["id"]


@pytest.mark.parametrize(("verb", "options"), PROMISED.items(), ids=PROMISED)
def test_each_option_that_was_promised_is_there(workbench, verb, options):
    told = workbench(*verb.split(), "--help").out.split()
    assert [each for each in options.split() if each not in {word.strip(",") for word in told}] == []


def test_a_reading_is_put_right_by_options_as_by_slots(workbench, claim):
    given = ("--place", "Kosovo", "--period", "2019", "--amount", "about 15,000", "--measure", "border crossings")
    assert workbench("edit", claim, *given).code == 0
    [by_options] = workbench("show", claim, "--json").records
    assert (by_options["place"], by_options["period"]) == ("XKX", ["2019-01-01", "2020-01-01"])
    for _ in range(4):
        workbench("undo", claim)
    slots = [f"{name.removeprefix('--')}={value}" for name, value in zip(given[::2], given[1::2], strict=True)]
    assert workbench("edit", claim, *slots).code == 0
    [by_slots] = workbench("show", claim, "--json").records
    read = ("place", "period", "measure", "amounts", "kind")
    assert [by_options[slot] for slot in read] == [by_slots[slot] for slot in read]


def test_a_claim_is_dismissed_with_its_reason(workbench, claim):
    assert workbench("dismiss", claim, "--why", "a wish").code == 0
    assert "a wish" in workbench("show", claim).out


def test_what_is_read_fast_is_read_the_same(workbench):
    """Prices rose by 4 percent in Kosovo in 2020."""
    record = json.dumps({"id": "1", "text": "Prices rose by 4 percent in Kosovo in 2020.", "date": "2021-03-01"}) + "\n"
    fast, careful = (workbench("extract", "--records", *more, stdin=record) for more in (("--fast",), ()))
    assert (fast.code, fast.out) == (0, careful.out)
