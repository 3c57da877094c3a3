"""The docstring of a test is the speech; these fixtures read it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date

import pytest

from workbench.core.claim import Claim, Reading
from workbench.extract import read_text

SAID = date(2021, 12, 2)


@pytest.fixture
def speech(request: pytest.FixtureRequest) -> str:
    """Return the words of the test's docstring."""
    return inspect.cleandoc(request.function.__doc__ or "")


@pytest.fixture
def reading(speech: str) -> Reading:
    """Return all that the docstring holds, said on 2 December 2021 in North Macedonia."""
    return read_text(speech, said=SAID, place="MKD")


@pytest.fixture
def claim(reading: Reading) -> Claim:
    """Return the one claim of the docstring."""
    (only,) = reading.claims
    return only


@pytest.fixture
def quoted(speech: str) -> Callable[..., str]:
    """Cut the words of a span out of the docstring."""
    return lambda span: span.cut(speech)
