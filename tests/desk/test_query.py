"""What a reviewer types into the filter line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.errors import UsageError, WorkbenchError
from workbench.desk.filters.query import read_query
from workbench.desk.filters.query_days import days_of


def test_words_and_slots():
    wanted = read_query("asylum 'illegal crossings' status:open kind:change worth:>0.6 place:macedonia order:text")
    assert wanted.words == "asylum illegal crossings"
    assert (wanted.stages, wanted.kinds, wanted.least_worth) == (("open",), ("change",), 0.6)
    assert wanted.place == "MKD"
    assert wanted.order == "text"


@each(
    ("written", "near"),
    [
        ("statsu:open", "status"),
        ("status:opne", "open"),
        ("kind:chang", "change"),
        ("worth:much", "worth:>0.6"),
        ("worth:>inf", "worth:>inf is no number"),
        ("worth:>-inf", "worth:>0.6"),
        ("worth:>1e999", "worth:>0.6"),
        ("worth:nan", "worth:>0.6"),
        ("worth:infinity", "worth:>0.6"),
    ],
)
def test_a_slip_gets_the_nearest_right_word(written: str, near: str):
    with pytest.raises(WorkbenchError) as caught:
        read_query(written)
    assert near in f"{caught.value.message} {caught.value.hint}"


@pytest.mark.parametrize("written", ["DEU", "Germany", "Deutschland", "Германија"])
def test_a_place_in_any_language(written: str):
    assert read_query(f"place:{written}").place == "DEU"


def test_who_when_and_how_it_was_decided():
    wanted = read_query(
        "speaker:smith speaker:'Ana Bee' date:2021-11 rating:false reviewer:ana source:unhcr agreement:apart edited:yes tag:x"
    )
    assert wanted.speakers == ("smith", "Ana Bee")
    assert (wanted.since, wanted.until) == (date(2021, 11, 1), date(2021, 12, 1))
    assert (wanted.ratings, wanted.reviewers, wanted.sources) == (("false",), ("ana",), ("unhcr",))
    assert (wanted.agreements, wanted.edited, wanted.tags) == (("apart",), ("yes",), ("x",))
    assert read_query("stage:draft") == read_query("status:draft")
    assert (read_query("order:-date").order, read_query("order:-date").backwards) == ("date", True)


@each(
    ("value", "since", "until"),
    [
        ("2021", "2021-01-01", "2022-01-01"),
        ("2021-12", "2021-12-01", "2022-01-01"),
        ("2021-12-31", "2021-12-31", "2022-01-01"),
        (">2021", "2022-01-01", "None"),
        (">=2021-06", "2021-06-01", "None"),
        ("<2021", "None", "2021-01-01"),
        ("<=2021", "None", "2022-01-01"),
        ("2019..2021-03", "2019-01-01", "2021-04-01"),
        ("2019..", "2019-01-01", "None"),
        ("..2021", "None", "2022-01-01"),
    ],
)
def test_days(value: str, since: str, until: str):
    assert tuple(map(str, days_of(value))) == (since, until)


@each("value", ["banana", "2021-13", "2021-02-30", "0000", "20211", "9999..x", "2021-", ">", "٢٠٢١"])
def test_what_is_no_day_is_said(value: str):
    with pytest.raises(UsageError, match="is no date"):
        days_of(value)


class Desk:
    """The values that a desk has."""

    def known(self, slot: str, typed: str):
        there = {"rating": ["true", "false"], "tag": ["budget"], "speaker": ["Ana Bee", "Ben"]}.get(slot)
        if slot == "speaker" and typed:
            return [name for name in there if typed.casefold() in name.casefold()]
        return there


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("rating:flase", "Did you mean false? There is: false, true."),
        ("tag:x", "There is no tag called x. There is: budget."),
        ("speaker:zed", "There is no speaker called zed. There is: Ana Bee, Ben."),
        ("agreement:exat", "Did you mean exact? There is: apart, exact,"),
        ("edited:colour", "There is: address, amount, base,"),
        ("order:size", "There is: -date,"),
        ("speakr:x", "Did you mean speaker? There is: agreement, assigned,"),
    ],
)
def test_what_is_not_there_is_named_with_what_there_is(written: str, says: str):
    with pytest.raises(WorkbenchError) as caught:
        read_query(written, Desk().known)
    assert says in f"{caught.value.message} {caught.value.hint}"


def test_words_of_a_name_will_do_and_letters_do_not_matter():
    assert read_query("speaker:bee rating:FALSE", Desk().known).speakers == ("bee",)
    assert read_query("speaker:bee rating:FALSE", Desk().known).ratings == ("false",)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_filter_or_a_sentence(written: str):
    try:
        read_query(written)
    except WorkbenchError as error:
        assert error.hint
