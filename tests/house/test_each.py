"""A family of cases in one test is as strict as a test for each: all are tried, and each that fails is named."""

from __future__ import annotations

import inspect

import pytest

from tests.each import each


def test_all_cases_are_tried_and_all_that_fail_are_named() -> None:
    tried: list[int] = []

    @each("number", [1, 2, 3, 4])
    def even(number: int) -> None:
        tried.append(number)
        assert number % 2 == 0, f"{number} is odd"

    with pytest.raises(BaseExceptionGroup) as caught:
        even()
    assert tried == [1, 2, 3, 4]
    assert caught.value.message.splitlines()[0] == "2 of 4 cases of even fail:"
    assert "number=1: AssertionError: 1 is odd" in caught.value.message
    assert "number=3: AssertionError: 3 is odd" in caught.value.message
    assert len(caught.value.exceptions) == 2


@pytest.mark.parametrize("left_by", ["an error", "a failure", "a skip", "nothing raised"])
def test_whatever_a_case_ends_with_but_holding_is_a_failure(left_by: str) -> None:
    @each(("way", "_"), [("holds", 1), (left_by, 2), ("holds", 3)])
    def ends(way: str, _: int) -> None:
        if way == "an error":
            raise LookupError(way)
        if way == "a failure":
            pytest.fail(way)
        if way == "a skip":
            pytest.skip(way)
        if way == "nothing raised":
            with pytest.raises(LookupError):
                pass

    with pytest.raises(BaseExceptionGroup, match=f"1 of 3 cases of ends fail:\n- way='{left_by}', _=2"):
        ends()


def test_each_case_of_one_family_is_tried_with_each_of_another() -> None:
    tried: list[tuple[str, int]] = []

    @each("letter", "ab")
    @each("number", [1, 2])
    def pair(letter: str, number: int) -> None:
        tried.append((letter, number))
        assert (letter, number) != ("b", 2)

    with pytest.raises(BaseExceptionGroup) as caught:
        pair()
    assert tried == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]
    assert "1 of 2 cases of pair fail:\n- letter='b': 1 of 2" in caught.value.message
    assert "- number=2: AssertionError" in caught.value.message


def test_an_end_from_outside_ends_the_family() -> None:
    tried: list[int] = []

    @each("number", [1, 2])
    def stopped(number: int) -> None:
        tried.append(number)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert tried == [1]


def test_fixtures_that_no_case_gives_are_asked_of_pytest_and_name_and_words_stay() -> None:
    @each("a, b", [(1, 2)])
    def adds(make: int, a: int, b: int) -> None:
        """Three."""
        assert a + b == make

    adds(make=3)
    assert list(inspect.signature(adds).parameters) == ["make"]
    assert (adds.__name__, adds.__doc__) == ("adds", "Three.")


def test_what_would_try_nothing_is_refused() -> None:
    async def later(number: int) -> None: ...

    def asked(number: int):
        yield number

    with pytest.raises(ValueError, match="no case of number"):
        each("number", [])
    with pytest.raises(ValueError, match="argument"):
        each("a, b", [(1, 2), (1,)])
    with pytest.raises(TypeError, match="its marks would do nothing"):
        each("number", [pytest.param(1, marks=pytest.mark.skip)])
    for test in (later, asked):
        with pytest.raises(TypeError, match="nothing of it would be tried"):
            each("number", [1])(test)


def test_a_long_value_is_named_by_its_beginning() -> None:
    @each("text", ["a" * 5_000])
    def empty(text: str) -> None:
        assert not text

    with pytest.raises(BaseExceptionGroup, match=r"text='a{299} and on, 5,002 in all: AssertionError"):
        empty()
