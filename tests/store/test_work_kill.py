"""A reviewer's machine loses its power in the midst of edits, bulk actions and background research: nothing confirmed is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import work_soak

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3_600),
    pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's"),
]


def test_what_was_confirmed_is_kept_and_nothing_is_half_done(home: Path, record_property):
    confirmed = work_soak.soak(str(home / "desk.db"), home, work_soak.ROUNDS)
    record_property("confirmed", confirmed)
    assert confirmed > work_soak.ROUNDS
