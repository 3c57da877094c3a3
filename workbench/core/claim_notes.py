"""Kinds of the notes on claims, and names of the rules by which their slots were read."""

from __future__ import annotations

from workbench.core.errors import Problem
from workbench.core.period import Period

MEASURE_FROM_BEFORE = "measure-from-before"
"""Kind of the note on a claim whose measure is taken from words before it."""

UNIT_FROM_BEFORE = "unit-from-before"
"""Kind of the note on a bare figure whose unit is that of a figure before it."""

SUM_UNTIL = "sum-until"
"""Name of the rule for unread words of a total up to a time whose beginning is not given: "by 2013 … | in all"."""

MODIFIED = "modified"
"""Name of the rule for unread words of degree or order right before what is measured: "| very | poor"."""

PREDICATE = "predicate"
"""Name of the rule for what those who are counted did, were or where they are: "900 dentists | came | to us", "| abroad |"."""

SPOKEN_OF = "spoken-of"
"""Name of the rule for unread words of the part of a whole that a text speaks of: "let me turn to women. …"."""

SPENDER = "spender"
"""Name of the rule for an unread body of the state that spends: "health expenditure of | general government |"."""

MEDIAN_AGE = "median-age"
"""Name of the rule for an amount that is a median age: half of the people are older, half are younger."""

UNREAD_STANDING = "unread-standing"
"""Kind of a note on words of the sentence that no slot of the claim holds."""

NOT_SAID_SO = "not-said-so"
"""Kind of a note on a figure that the words deny, suppose or aim at: nobody said that it was so."""

ONLY_ASKED = "only-asked"
"""Kind of a note on a figure that a sentence asks about: it does not say that it was so."""

NOT_SAID = frozenset({NOT_SAID_SO, ONLY_ASKED})
"""Kinds of the notes on figures that nobody said were so."""

EDGE_OF_YEAR = "edge-of-year"
"""Name of the rule for a period of which only the beginning, the middle or the end is meant: "at the end of 2013"."""

TODAY = "today"
"""Name of the rule for a word that counts days from the day of speaking: "today", "yesterday"."""

NO_BASE = "no-base"
"""Kind of the note on the size of a change up to a time, of which nothing says since when: "by 2015 cases had quintupled"."""

UNREAD_PERIOD = "unread-period"
"""Kind of the note of a claim whose sentence names a period that was not read as that of its figure."""


def unread_period(period: Period) -> Problem:
    """Make the note that a sentence names a period which was not read as that of the claim's figure.

    >>> from workbench.core.period import year
    >>> unread_period(year(2015)).message
    'The sentence names 2015, which was not read as the period of this figure.'
    """
    message = f"The sentence names {period.label}, which was not read as the period of this figure."
    return Problem("period", message, "Say the period of the claim by an edit.", UNREAD_PERIOD)
