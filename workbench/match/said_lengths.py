"""How long a stretch a sentence sets its figure beside where it names no period: "compared with the month before"."""

from __future__ import annotations

import re

from workbench.core.claim import Claim

_WORDS = re.compile(
    r"""\b(?:
        (?P<on>month|quarter)[ -](?:on|over|to)[ -](?P=on)
      | (?:last|past|previous|preceding|prior|same|on\ the|over\ the)[ ](?:month|quarter)
      | (?:a|one|the)[ ](?:month|quarter)[ ](?:before|earlier)
      | vor(?:jahres)?(?:monat|quartal)(?:e?s|en?)?
      | (?:letzt|vorig|vergangen|vorherig|gleich|selb)e[mnrs]?[ ](?:monat|quartal)(?:e?s)?
      | (?:претход(?:ен|н\w{1,3})|минат(?:иот|ото)|ист(?:иот|ото))[ ](?:месец|тримесечје|квартал)
      | (?:еден|едно)[ ](?:месец|тримесечје|квартал)[ ](?:претходно|порано)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_A_MONTH = re.compile("month|monat|месец", re.IGNORECASE)


def months_said(claim: Claim) -> int | None:
    """Months of the stretch that a claim without a period is set beside: its base, else what its sentence says; None where nothing does."""
    if claim.period is not None:
        return None
    base = claim.change.value.base if claim.change else None
    return base.months if base is not None else months_in(claim.context)


def months_in(text: str) -> int | None:
    """Months of the shortest stretch that a text sets something beside; None where it names none.

    >>> [months_in(each) for each in ("compared with the month before", "quarter on quarter", "gegenüber dem Vormonat", "a monthly wage")]
    [1, 3, 1, None]
    """
    said = (each.group() for each in _WORDS.finditer(text))
    return min((1 if _OF_A_MONTH.search(each) else 3 for each in said), default=None)
