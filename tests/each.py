"""One test of a whole family of small cases: all are tried, and each that fails is named."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from textwrap import indent
from typing import Any

import pytest

FAILURES = (Exception, pytest.fail.Exception, pytest.skip.Exception)
"""What a case ends with that does not hold; one that is skipped would take all others with it."""

LONGEST = 300
"""Characters of a case, and of what it failed with, in the message; the errors themselves stand whole below it."""

Test = Callable[..., None]


def each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Try a test with all cases of a family, where `pytest.mark.parametrize` makes a test of each.

    It is for families of eight and more whose cases are quick: a test of its own costs four thousandths of a second beside
    its case. Two of them on one test try each case of the one with each of the other. The fixtures of the test are made once:
    none may keep what a case leaves behind.

    Args:
        names: The arguments that a case gives: one name, or several, also parted by commas.
        cases: A value for the one name, or as many as there are names.

    Raises:
        ValueError: There is no case, or one gives more or fewer values than there are names.
        TypeError: The test is asynchronous or a generator, or a case has marks: it would not be tried.
    """
    several = not isinstance(names, str) or "," in names
    given = tuple(name.strip() for name in names.split(",")) if isinstance(names, str) else names
    family = [dict(zip(given, case if several else (case,), strict=True)) for case in _without_marks(cases)]
    if not family:
        raise ValueError(f"no case of {', '.join(given)}: nothing would be tried")

    def whole(test: Test) -> Test:
        if inspect.iscoroutinefunction(test) or inspect.isgeneratorfunction(test):
            raise TypeError(f"{test.__name__} is asynchronous or a generator: nothing of it would be tried")

        @functools.wraps(test)
        def tried(*args: Any, **fixtures: Any) -> None:
            failed = [(case, error) for case in family if (error := _error_of(test, args, fixtures | case)) is not None]
            if failed:
                said = "\n".join(_told(case, error) for case, error in failed)
                message = f"{len(failed)} of {len(family)} cases of {test.__name__} fail:\n{said}\n"
                raise BaseExceptionGroup(message, [error for _, error in failed])

        own = inspect.signature(test)
        left = [parameter for name, parameter in own.parameters.items() if name not in given]
        tried.__signature__ = own.replace(parameters=left)  # type: ignore[attr-defined]
        return tried

    return whole


def _without_marks(cases: Iterable[Any]) -> Iterable[Any]:
    for case in cases:
        if isinstance(case, type(pytest.param())):
            raise TypeError(f"{case} is for pytest.mark.parametrize: its marks would do nothing")
        yield case


def _error_of(test: Test, args: tuple[Any, ...], given: dict[str, Any]) -> BaseException | None:
    try:
        test(*args, **given)
    except FAILURES as error:
        return error
    except BaseExceptionGroup as errors:  # of a family within this one
        return errors
    return None


def _told(case: dict[str, Any], error: BaseException) -> str:
    """Return a case by its values, and how it failed: one line, or that of each case within it."""
    words = ", ".join(f"{name}={_short(repr(value))}" for name, value in case.items())
    if isinstance(error, BaseExceptionGroup):
        return f"- {words}: {indent(error.message, '  ').strip()}"
    return f"- {words}: {type(error).__name__}: {_short(str(error))}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} and on, {len(words):,} in all"
