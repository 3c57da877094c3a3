"""Quotation marks of any language before a year change nothing of what is read."""

from __future__ import annotations

from tests.each import each
from tests.match.outcomes import LATER
from workbench.extract import read_text

SAID = {
    "en": "2015 brought 7 percent unemployment, and today wages rise.",
    "de": "2005 waren elf Prozent arbeitslos, und heute steigen die Löhne.",
    "mk": "2005 година имаше 37 проценти невработени, а денес платите растат.",
}


@each("quotes", ["„“", "“”", "«»", "»«", "‚‘", "‘’", "‹›", '""', "()"])
@each("language", SAID)
def test_the_year_right_behind_a_quotation_mark_is_one(language, quotes):
    """„2005 waren elf Prozent arbeitslos, und heute …“: the figure is that of 2005."""
    plain, *_ = read_text(SAID[language], said=LATER, language=language).claims
    quoted, *_ = read_text(f"{quotes[0]}{SAID[language]}{quotes[1]}", said=LATER, language=language).claims
    assert plain.period is not None
    assert quoted.period is not None
    assert quoted.period.value == plain.period.value
