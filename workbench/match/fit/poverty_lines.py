"""Poverty lines: a series of another line than the claim's ("below $8.30 a day") does not measure it."""

from __future__ import annotations

import re

from workbench.match.fit.title_comparison import TitleComparison

_LINE = re.compile(r"\$ ?(\d+(?:\.\d+)?)(?= (?:a|per) day| -)")


def up_to_a_line(compared: TitleComparison) -> str | None:
    """Contradict where the two name different poverty lines: "below $8.30 a day"."""
    lines = frozenset(_LINE.findall(compared.series.title))
    if not lines or lines & compared.query.said:
        return None
    return f"is of ${min(lines)} a day, which the claim does not name"
