"""Economic growth is growth at constant prices: a series at the prices of each year does not measure it."""

from __future__ import annotations

import re

from workbench.core.claim import ChangeMode
from workbench.match.fit.title_comparison import TitleComparison, stems_of
from workbench.match.titles.title_words import without_brackets
from workbench.match.words.normalisation import keys

_PRODUCT = (stems_of("gdp"), stems_of("gross domestic product"))

_REAL = re.compile(r"\b(?:growth|real|constant|volume|chain|chained|deflated|change)\b", re.IGNORECASE)


def at_prices_of_the_time(compared: TitleComparison) -> str | None:
    """Contradict a claim of economic growth where the title does not say that it is at constant prices."""
    if compared.query.change is not ChangeMode.RELATIVE:
        return None
    title = frozenset(keys(without_brackets(compared.series.title)))
    product = any(title >= name and not name & set(compared.marks.base) for name in _PRODUCT)
    if not product:
        return None
    real = _REAL.search(f"{compared.series.title} {compared.series.unit}") is not None
    return None if real else "does not say that it is at constant prices, at which growth is measured"
