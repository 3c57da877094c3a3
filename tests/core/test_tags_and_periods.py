"""Tags as they are kept, lengths of periods, tables of settings that are no tables, and bodies in their order."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from workbench.core.encoding.toml_reader import read_toml
from workbench.core.errors import UsageError
from workbench.core.evidence import Snapshot
from workbench.core.period import Frequency, Period, half, month, quarter, span, year
from workbench.core.report import in_order
from workbench.core.reviewers.tag import LONGEST, tag_name

KEPT = [(" Budget 2024 ", "budget-2024"), ("ЕУ", "еу"), ("a.b+c_d", "a.b+c_d"), ("x" * LONGEST, "x" * LONGEST)]


@pytest.mark.parametrize(("typed", "tag"), KEPT)
def test_a_tag_has_small_letters_and_no_spaces(typed, tag):
    assert tag_name(typed) == tag


@pytest.mark.parametrize("typed", ["", " ", "-a", "_a", "a/b", "a,b", "x" * (LONGEST + 1)])
def test_what_is_no_tag_is_refused_with_what_to_write(typed):
    with pytest.raises(UsageError) as raised:
        tag_name(typed)
    assert raised.value.message.startswith(f"“{typed.strip()[:5]}") or not typed.strip()
    assert raised.value.message.endswith("” is no tag.")
    assert raised.value.hint == "Write letters, digits and hyphens, at most 40: budget."


LENGTHS = [
    (year, (2021,), "2021-01-01", "2022-01-01", Frequency.YEAR), (half, (2021, 1), "2021-01-01", "2021-07-01", Frequency.HALF),
    (half, (2021, 2), "2021-07-01", "2022-01-01", Frequency.HALF), (month, (2021, 2), "2021-02-01", "2021-03-01", Frequency.MONTH),
    (quarter, (2021, 1), "2021-01-01", "2021-04-01", Frequency.QUARTER), (month, (2021, 12), "2021-12-01", "2022-01-01", Frequency.MONTH),
    (quarter, (2021, 4), "2021-10-01", "2022-01-01", Frequency.QUARTER),
]  # fmt: skip


@pytest.mark.parametrize(("named", "which", "start", "end", "frequency"), LENGTHS)
def test_a_period_ends_where_the_next_begins(named, which, start, end, frequency):
    period = named(*which)
    assert (period.start, period.end, period.frequency) == (
        date.fromisoformat(start),
        date.fromisoformat(end),
        frequency,
    )
    assert (period.year_ago().end, period.year_ago().start.year) == (
        date(period.end.year - 1, period.end.month, 1),
        2020,
    )
    assert span(period.start, period.end) == period


def test_a_stretch_that_is_no_named_period_stays_what_it_is():
    """Three months from February are no quarter, six from April no half-year, twelve from July no calendar year."""
    for start, end in (("2021-02-01", "2021-05-01"), ("2021-04-01", "2021-10-01"), ("2021-07-01", "2022-07-01")):
        days = date.fromisoformat(start), date.fromisoformat(end)
        assert span(*days) == Period(*days)


def test_a_name_of_too_many_parts_is_told_with_its_line():
    longest = "a" + ".a" * 499
    assert read_toml(f"b = 1\n{longest} = 1")["b"] == 1
    with pytest.raises(ValueError, match=r"^a name has more than 500 parts \(at line 2\)$"):
        read_toml(f"b = 1\n{longest}.a = 1")
    assert read_toml(f'b = "{"." * 600}"') == {"b": "." * 600}  # dots in a value are no parts


def body(mark, day, address):
    at = datetime(2021, 1, day, tzinfo=UTC)
    return Snapshot(id=mark * 64, url=address, fetched=at, media_type="text/csv", size=1)


def test_bodies_stand_once_by_hash_day_and_address():
    wanted = [
        body("a", 2, "https://x"),
        body("a", 3, "https://a"),
        body("b", 1, "https://a"),
        body("b", 1, "https://b"),
    ]
    assert in_order([wanted[3], wanted[0], wanted[2], wanted[1], wanted[0]]) == tuple(wanted)
