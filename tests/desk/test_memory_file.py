"""The memory as a file: what is written is read back, and no line, however it came about, does more than be refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.core.quantity import Dimension
from workbench.core.reviewers.series_choice import Choice, ChoiceKind, ChoiceOrigin
from workbench.core.series import SeriesRef
from workbench.desk.memory.memory_file import choice_record, read, written
from workbench.desk.memory.rated_series import one_line
from workbench.ports import Rejected

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
KEYS = ("id", "kind", "words", "series", "title", "dimension", "place", "claim", "reviewer", "at", "through", "undoes")

texts = st.text(max_size=40).map(one_line)
named = texts.filter(bool)
choices = st.builds(
    Choice,
    kind=st.sampled_from([ChoiceKind.PICKED, ChoiceKind.BARRED]),
    words=named,
    series=st.builds(
        SeriesRef, st.text("abcxyz-", min_size=1, max_size=9), st.text("ABC.:?=&", min_size=1, max_size=20)
    ),
    title=texts,
    dimension=st.sampled_from(list(Dimension)),
    place=st.sampled_from([None, "MKD", "EU27"]),
    claim=st.sampled_from(["", "0123456789ab"]),
    reviewer=named,
    at=st.datetimes(datetime(1995, 1, 1), datetime(2026, 11, 25), timezones=st.just(UTC)),  # noqa: DTZ001  (Hypothesis adds the zone)
    through=st.sampled_from(list(ChoiceOrigin)),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


def lines(body: bytes) -> list[tuple[int, str]]:
    return list(enumerate(body.decode().splitlines(), start=1))


@given(st.lists(choices, max_size=5))
def test_what_is_written_is_read_back_equal(given_: list[Choice]):
    back = list(read("memory.jsonl", lines(written(given_)), NOW))
    assert back == given_
    assert [each.id for each in back if isinstance(each, Choice)] == [choice.id for choice in given_]


@settings(max_examples=examples(200))
@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), values, max_size=12))
def test_no_object_does_more_than_be_refused(fields: dict[str, object]):
    (answer,) = read("memory.jsonl", [(1, json.dumps(fields))], NOW)
    assert isinstance(answer, Choice | Rejected)


@settings(max_examples=examples(100))
@given(choices, st.sampled_from(KEYS), values)
def test_one_field_gone_wrong_is_refused_or_still_a_choice(choice: Choice, name: str, value: object):
    (answer,) = read("memory.jsonl", [(7, json.dumps(choice_record(choice) | {name: value}))], NOW)
    assert isinstance(answer, Choice) or answer.line == 7


@settings(max_examples=examples(100))
@given(st.text(max_size=200))
def test_no_text_does_more_than_be_refused(text: str):
    assert all(isinstance(each, Rejected) for each in read("memory.jsonl", [(1, text)], NOW))


def test_a_forgotten_choice_is_read_back_with_what_it_undoes():
    gone = Choice(
        kind=ChoiceKind.FORGOTTEN, words="crossings", series=SeriesRef("own", "A"), reviewer="Ana", at=NOW,
        undoes="0123456789ab",
    )  # fmt: skip
    assert list(read("memory.jsonl", lines(written([gone])), NOW)) == [gone]
