"""Recognise the total among the members of a dimension, by its code or its label."""

from __future__ import annotations

import re
from dataclasses import replace

from sources._cube.cube import Axis, Member
from workbench.ports import Ask

TOTAL_CODES = frozenset({"TOTAL", "TOT", "_T", "T", "ALL", "TOT_SEX", "TOT_AGE", "TOTL", "00", "_Z", "_X"})
_TOTAL_IN_ENGLISH = (
    r"(?:grand |sub-?)?total|all(?: \w+){0,2}|both sexes|men and women|whole country|world(?=\Z| \(all)|altogether"
)
_TOTAL_ELSEWHERE = r"вкупно|укупно|ukupno|gjithsej|insgesamt|skupaj|i alt|totalt"
_TOTAL_LABEL = re.compile(rf"^(?:{_TOTAL_IN_ENGLISH}|{_TOTAL_ELSEWHERE})\b", re.IGNORECASE)


def total(axis: Axis, ask: Ask | None = None) -> Member | None:
    del ask  # so is the total
    if axis.total and (named := axis.member(axis.total)):
        return named
    by_code = (one for one in axis.members if one.code.upper() in TOTAL_CODES)
    by_label = (one for one in axis.members if _TOTAL_LABEL.match(one.label))
    return next(by_code, None) or next(by_label, None)


def is_total(axis: Axis, member: Member) -> bool:
    """Check whether a member of an axis is the total of the others.

    >>> is_total(Axis("sex", "Sex", (Member("T", "Total"), Member("F", "Women"))), Member("F", "Women"))
    False
    """
    return (
        member.code in {axis.total, axis.usual} - {""} or total(replace(axis, members=(member,), total="")) is not None
    )
