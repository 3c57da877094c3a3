"""Words that the unit of a series answers for: the "density" of what is counted per head, the "weight" of what is given in tonnes.

A title has no need of them, and whoever says them speaks of nothing else than the series measures.
"""

from __future__ import annotations

from functools import lru_cache

from workbench.core.quantity import Dimension, Unit
from workbench.core.units import measured_in
from workbench.match.words.english_stems import stem

_BY_DIMENSION = {
    Dimension.RATE: "density frequency penetration",
    Dimension.COUNT: "headcount tally",
}
_BY_KIND = {"mass": "weight mass tonnage", "area": "extent expanse"}
"""Words by the kind of unit in the registry."""


@lru_cache(maxsize=1_024)
def words_of_unit(unit: Unit) -> tuple[str, ...]:
    """List the stems of the words that a unit answers for.

    >>> words_of_unit(Unit(Dimension.PHYSICAL, "hectare")), words_of_unit(Unit(Dimension.SHARE, "percentage"))
    (('extent', 'expans'), ())
    """
    known = measured_in(unit) if unit.dimension is Dimension.PHYSICAL else None
    said = _BY_DIMENSION.get(unit.dimension, "") if known is None else _BY_KIND.get(known.measure.kind, "")
    return tuple(stem(word) for word in said.split())
