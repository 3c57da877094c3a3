"""What a finding on parts and their whole shows: its sentence, its sum, and the most that there is; and when there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.consistency import own_arithmetic
from workbench.core.document import Document
from workbench.core.finding import Agreement
from workbench.desk.importing.document_import import read_claims

OWN = "The claim's own arithmetic: "
AT_MOST_ALL = "(−∞, 100]"
EXACTLY_ALL = "[100, 100]"


def found_in(speech):
    """Return every contradiction within a speech, each once."""
    document = Document(id="d", title="", text=speech, origin="x", published=date(2021, 12, 1), place="MKD")
    claims = read_claims(document).claims
    found = [f for c in claims for f in own_arithmetic(c, [other for other in claims if other is not c])]
    return list({f.why: f for f in found if f.agreement in {Agreement.APART, Agreement.OPPOSITE}}.values())


SHOWN = [
    # the speech; title, measured less the most there is, the range of what there is; the sentence; the lines
    (
        "There were 50 people: 30 men, 30 women and 5 children.",
        "parts of more than the whole", 15, "(−∞, 50]",
        "The parts make 65 together, and the whole is 50 persons.",
        ("claimed: 30 men", "claimed: 30 women", "claimed: 5 children", "30 + 30 + 5 = 65"),
    ),
    (
        "120 of the 100 applicants were refused.",
        "a part of more than the whole", 20, AT_MOST_ALL,
        "120 applicants cannot be a part of 100 applicants: that would be 120.0 % of the whole.",
        ("claimed: 120 applicants", "claimed: 100 applicants", "120 / 100 × 100 = 120 %"),
    ),
    (
        "40 of the 35 applicants were refused.",
        "a part of more than the whole", "14.29", AT_MOST_ALL,
        "40 applicants cannot be a part of 35 applicants: that would be 114.3 % of the whole.",
        ("claimed: 40 applicants", "claimed: 35 applicants", "40 / 35 × 100 = 114.29 %"),
    ),
    (
        "60 percent of the vote went to us, and 45 percent of the vote to others.",
        "shares of more than all", 5, AT_MOST_ALL,
        "The shares make 105 % together, more than the whole that they are said to divide.",
        ("claimed: 60 %", "claimed: 45 %", "60 + 45 = 105 %"),
    ),
    (
        "40 percent went to schools, more than 50 percent to hospitals and the remaining 20 percent to roads.",
        "shares of more than all", 10, AT_MOST_ALL,
        "The shares make 110 % together, more than the whole that they are said to divide.",
        ("claimed: 40 %", "claimed: more than 50 %", "claimed: 20 %", "40 + 50 + 20 = 110 %"),
    ),
    (
        "40 percent went to schools, 30 percent to hospitals and the remaining 20 percent to roads.",
        "shares of less than all", -10, EXACTLY_ALL,
        "The shares make 90 % together, less than the whole that they are said to divide.",
        ("claimed: 40 %", "claimed: 30 %", "claimed: 20 %", "40 + 30 + 20 = 90 %"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("speech", "title", "difference", "most", "why", "lines"), SHOWN, ids=[r[0] for r in SHOWN])
def test_a_finding_on_parts_says_what_they_make(*, speech, title, difference, most, why, lines):
    (found,) = found_in(speech)
    assert (found.title, found.why) == (OWN + title, why)
    assert (round(found.difference, 2), str(found.claimed_range)) == (Decimal(difference), most)
    assert tuple(step.says for step in found.trace.steps) == lines
    assert found.unit == found.trace.steps[-1].unit


SILENT = [
    "Fewer than 120 of the 100 applicants were refused.",  # 80 may be
    "120 of more than 100 applicants were refused.",
    "Of the 100 applicants, 100 were refused.",
    "There were 100 arrests. Of them 50 were men and 50 were women.",
    "There were 100 arrests, of whom 60 were men, 50 were minors and the other 20 were women.",
    "There were 50 people: 30 men, 20 women, while 5 children came.",
    "40 percent went to schools, 40 percent to hospitals and the remaining 20 percent to roads.",
    "40 percent went to schools, more than 10 percent to hospitals and the remaining 20 percent to roads.",  # 40 are more than 10
    "60 percent of the vote went to us, 30 percent of the seats to them, and 45 percent to others.",
]


@each("speech", SILENT)
def test_parts_that_may_make_the_whole_are_no_contradiction(speech):
    assert [found.why for found in found_in(speech)] == []


def test_nothing_falls_by_more_than_all_of_it_says_so():
    """The number of cases fell by 120 percent."""
    (found,) = found_in(test_nothing_falls_by_more_than_all_of_it_says_so.__doc__)
    assert found.title == f"{OWN}a fall of more than all"
    assert found.why == "Nothing that is counted can fall by more than all of it, and the claim says a fall of 120 %."
    assert (found.measured, found.claimed, found.unit, found.difference) == (-100, -120, "%", 20)


FROM_TO = [
    # a speech, and what its two figures make
    (
        "We went from 131 cases to 98 cases, an increase of 25 percent.",
        "From 131 cases to 98 cases is a fall of 25.2 %, ",
    ),
    ("We went from 131 cases to 98 cases, a fall of 25 percent.", None),
    (
        "Exports grew from 40 to 60 million euros, an increase of 40 percent.",
        "From 40,000,000 euros to 60,000,000 euros is a rise of 50 %, ",
    ),
    ("Exports grew from 40 to 60 million euros, an increase of 50 percent.", None),
    ("There were 131 cases and 98 cases in 2021, an increase of 25 percent.", None),  # the 131 have no year
    ("There were 131 cases in 2020 and 98 cases, an increase of 25 percent.", None),
]


@pytest.mark.parametrize(("speech", "made"), FROM_TO)
def test_two_levels_are_old_and_new_by_from_and_to_or_by_two_years(speech, made):
    assert [found.why.partition("where")[0] for found in found_in(speech)] == ([] if made is None else [made])
