"""Decide whether the parts of a period add up in a Eurostat table: by its unit, else by what its name shows is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sources._text.additivity_in_titles import adds_of, counted_at_a_time
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity

_STOCK_TABLES = (
    r"demo_pjan|demo_r_d2jan|migr_pop|migr_resvalid|migr_asypenct|migr_asytp|gov_10dd|gov_10q_ggdebt|road_eqs|hlth_rs"
    r"|apro_mt(?!_p)"
)
_STOCK = re.compile(rf"^(?:{_STOCK_TABLES})")
_FLOW_TABLES = (
    r"migr_asyapp|migr_asydc|migr_ei|migr_resfirst|migr_acq|migr_imm|migr_emi|crim_|nama_|namq_|demo_m|demo_f|tour_"
    r"|env_air|nrg_bal"
)
_FLOW = re.compile(rf"^(?:{_FLOW_TABLES})")
_MEAN = re.compile(r"^(?:lfs|une_|edat_lfse|jvs_|earn_)")


def adds_of_table(table: str, title: str, unit: Unit, measures: Sequence[str] = ()) -> Additivity:
    """Decide whether the parts of a period are summed, averaged, or the last one is used: by unit, else by what is counted.

    Args:
        table: The table's code.
        title: Its title.
        unit: The unit of the chosen members.
        measures: The labels of the chosen measures ("Live births"), where the table has several.

    >>> count = Unit(Dimension.COUNT, "person")
    >>> adds_of_table("demo_pjan", "Population on 1 January", count).value, adds_of_table("nama_10_pe", "Population and employment", count).value
    ('last', 'last')
    >>> adds_of_table("demo_gind", "Population change - Demographic balance", count, ["Live births - total"]).value
    'sum'
    """
    if unit.dimension in {Dimension.SHARE, Dimension.RATE, Dimension.INDEX, Dimension.POINTS} or unit.per:
        return Additivity.MEAN
    for words in measures:
        if (said := adds_of(words, unit)) is not Additivity.UNKNOWN:
            return said
    if not _MEAN.match(table.lower()) and (state := counted_at_a_time(title)) is not None:
        return state
    for pattern, adds in ((_STOCK, Additivity.LAST), (_FLOW, Additivity.SUM), (_MEAN, Additivity.MEAN)):
        if pattern.match(table.lower()):
            return adds
    return adds_of(title, unit)
