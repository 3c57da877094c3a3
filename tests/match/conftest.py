"""What the tests of matching share: the claims of a test's own docstring, and the starter list to rank."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from workbench.catalogue import starter
from workbench.core.claim import Claim
from workbench.core.series import Series
from workbench.extract import read_text

sys.path.insert(0, str(Path(__file__).parent))  # the outcomes that lie beside the tests

Hear = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def hear() -> Hear:
    """Return the claims of a speech, held in North Macedonia on 2 December 2021 unless said otherwise."""

    @cache
    def claims(text: str, said: date = date(2021, 12, 2), place: str | None = "MKD") -> tuple[Claim, ...]:
        return read_text(" ".join(text.split()), said=said, place=place, document=f"{said}").claims

    return claims


@pytest.fixture
def speech(request: pytest.FixtureRequest, hear: Hear) -> tuple[Claim, ...]:
    """Return the claims of the speech that the test's docstring is."""
    return hear(request.function.__doc__)


@pytest.fixture(scope="session")
def headlines() -> list[Series]:
    """Return the starter list of the World Bank and UNHCR, on which the rules are shown; other offices measure the same again."""
    return [series for series in starter() if series.ref.source in {"unhcr", "worldbank"}]
