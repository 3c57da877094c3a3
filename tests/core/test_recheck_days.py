"""After how many days a worker asks again for a published figure: a line of the configuration."""

from __future__ import annotations

import pytest

from workbench.config import settings
from workbench.core.errors import UsageError


def test_the_setting_says_after_how_many_days_and_thirty_is_the_default(tmp_path):
    file = tmp_path / "config.toml"

    def days(text: str) -> int:
        file.write_text(text, "utf-8")
        return settings(db=str(tmp_path / "w.db"), config=str(file), environ={}).recheck_days

    assert [days(""), days("[recheck]\ndays = 7"), days("[recheck]\ndays = 0")] == [30, 7, 0]
    for wrong in ("days = true", "days = -1", 'days = "often"', "days = 36500", "day = 3"):
        with pytest.raises(UsageError):
            days(f"[recheck]\n{wrong}")
    with pytest.raises(UsageError):
        days("recheck = 7")
