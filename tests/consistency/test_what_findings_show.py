"""What a finding on a speech's own figures shows: its sentence, its lines, to whom it belongs, and that it hangs on nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.consistency import own_arithmetic
from workbench.core.document import Document
from workbench.desk.importing.document_import import read_claims

OWN = "The claim's own arithmetic: "


def found_in(speech):
    """Return every finding on a speech's own figures with the figures whose claims have it, in the order of the text."""
    document = Document(id="d", title="", text=speech, origin="x", published=date(2021, 12, 1), place="MKD")
    claims = read_claims(document).claims
    rows = {}
    for claim in claims:
        for found in own_arithmetic(claim, [other for other in claims if other is not claim]):
            figure = str(claim.amount.value.low) if claim.amount else "no figure"
            rows.setdefault(found.why, (found, []))[1].append(figure)
    return list(rows.values())


APPLICANTS = "119 of the 365 applicants were refused, or 40 percent."
POVERTY = "One in five children, or 30 percent, lives in poverty."
COSTS = "The programme costs 4 million euros for 2,100 people, that is 3,000 euros per person."
DEATHS = "With 2 million inhabitants and 1,100 deaths we have 200 deaths per 100,000 inhabitants."
FEWER = "There were 60 cases in 2020 and 20 cases in 2021, four times fewer."
NOT_FEWER = "There were 20 cases in 2020 and 60 cases in 2021, four times fewer."
WITHOUT_WORK = "Unemployment was 20 percent in 2020 and 17 percent in 2021, a fall of 5 percentage points."
BARE = "We had 98 in 2020 and 131 cases in 2021, a rise of 20 cases."
CRIME = "Crime grew: there were 131 cases in 2020 and 98 in 2021."
ATTEMPTS = "16,000 attempts were stopped, 36.5 percent fewer, that is 2,000 fewer than in 2020."
DOUBLED = "The number of cases doubled from 40 to 60."
SMUGGLED = "74 attempts to smuggle 734 migrants were prevented."
GIVEN_16 = ("claimed: 16,000 attempts", "attempt")
FELL = ("claimed: a fall of 2,000 attempts", "attempt"), ("16,000 + 2,000 = 18,000", "attempt")

SHOWN = [
    # the speech; title, figures whose claims have the finding, measured less claimed; the sentence; the lines with their units
    (
        APPLICANTS, "percent and numbers", "119 365 40", "-7.40",  # 119 / 365 is 0.32603
        "119 applicants of 365 applicants are 32.6 %, which does not fit the 40 % as claimed.",
        (("claimed: 119 applicants", "applicant"), ("claimed: 365 applicants", "applicant"), ("119 / 365 × 100 = 32.60 %", "%")),
    ),
    (
        POVERTY, "a share said in two ways", "20 30", "-10.00",
        "20 % and 30 % are said of the same thing and are not the same.", (("claimed: 20 %", "%"),),
    ),
    (
        COSTS, "total and amount per head", "4000000 2100 3000", "-1095.24",
        "4,000,000 euros for 2,100 persons are 1,905 euros per person, which does not fit the 3,000 euros per person as claimed.",
        (
            ("claimed: 4,000,000 euros", "euro"), ("claimed: 2,100 persons", "person"),
            ("4,000,000 / 2,100 = 1,904.76", "euro per person"),
        ),
    ),
    (
        DEATHS, "total and amount per head", "2000000 1100 200", "-145.00",
        (
            "1,100 deaths for 2,000,000 inhabitants are 55 deaths per 100,000 inhabitants, "
            "which does not fit the 200 deaths per 100,000 inhabitants as claimed."
        ),
        (
            ("claimed: 1,100 deaths", "death"), ("claimed: 2,000,000 inhabitants", "inhabitant"),
            ("1,100 / 2,000,000 × 100,000 = 55.00", "death per 100,000 inhabitants"),
        ),
    ),
    (
        FEWER, "its figures do not fit one another", "60 20 4", "-1.00",
        "From 60 cases to 20 cases is a fall by a factor of 3.00, where the claim says a fall by a factor of 4.",
        (("claimed: 60 cases", "case"), ("claimed: 20 cases", "case"), ("60 / 20 = 3 times", "times")),
    ),
    (
        FEWER, "the base that it implies", "20 4", None,  # 19.5 × 3.6 to 20.5 × 4.4
        "20 cases after a fall by a factor of 4 imply 80.0 cases in 2020; within the rounding, 70.2 to 90.2.",
        (("claimed: 20 cases", "case"), ("claimed: a fall by a factor of 4", ""), ("20 × 4 = 80", "case")),
    ),
    (
        NOT_FEWER, "its figures do not fit one another", "20 60 4", "-3.67",
        "From 20 cases to 60 cases is 3.00 times as much, where the claim says a fall by a factor of 4.",
        (("claimed: 20 cases", "case"), ("claimed: 60 cases", "case"), ("20 / 60 = 0.33 times", "times")),
    ),
    (
        NOT_FEWER, "the base that it implies", "60 4", None,
        "60 cases after a fall by a factor of 4 imply 240.0 cases in 2020; within the rounding, 214.2 to 266.2.",
        (("claimed: 60 cases", "case"), ("claimed: a fall by a factor of 4", ""), ("60 × 4 = 240", "case")),
    ),
    (
        WITHOUT_WORK, "its figures do not fit one another", "20 17 5", "2.00",
        "From 20 % to 17 % is a fall of 3 percentage points, where the claim says a fall of 5 percentage points.",
        (("claimed: 20 %", "%"), ("claimed: 17 %", "%"), ("17 − 20 = −3 percentage points", "percentage points")),
    ),
    (
        WITHOUT_WORK, "the base that it implies", "17 5", None,
        "17 % after a fall of 5 percentage points imply 22.0 % in 2020; within the rounding, 21.0 to 23.0.",
        (("claimed: 17 %", "%"), ("claimed: a fall of 5 percentage points", "percentage points"), ("17 + 5 = 22", "%")),
    ),
    (
        BARE, "its figures do not fit one another", "98 131 20", "13.00",
        "From 98 to 131 cases is a rise of 33 cases, where the claim says a rise of 20 cases.",
        (("claimed: 98", ""), ("claimed: 131 cases", "case"), ("131 − 98 = 33 case", "case")),
    ),
    (
        BARE, "the base that it implies", "131 20", None,
        "131 cases after a rise of 20 cases imply 111.0 cases before; within the rounding, 110.0 to 112.0.",
        (("claimed: 131 cases", "case"), ("claimed: a rise of 20 cases", "case"), ("131 − 20 = 111", "case")),
    ),
    (
        BARE, "the change in percent that it implies", "131 20", None,
        "131 cases after a rise of 20 cases are a rise of 18.0 % from 111.0 cases.",
        (
            ("claimed: 131 cases", "case"), ("claimed: a rise of 20 cases", "case"), ("131 − 20 = 111", "case"),
            ("(131 − 111) / |111| × 100 = 18.02 %", "%"),
        ),
    ),
    (
        CRIME, "its figures do not fit one another", "no figure 131 98", None,
        "From 131 cases to 98 cases is a fall of 33 cases, where the claim says a rise.",
        (("claimed: 131 cases", "case"), ("claimed: 98 cases", "case"), ("98 − 131 = −33 case", "case")),
    ),
    (
        ATTEMPTS, "the base that it implies", "16000 36.5", None,
        "16,000 attempts after a fall of 36.5 % imply about 25,197 attempts in 2020; within the rounding, 24,390 to 26,005.",
        (GIVEN_16, ("claimed: a fall of 36.5 %", "%"), ("16,000 / (1 − 36.5 / 100) = 25,196.85", "attempt")),
    ),
    (
        ATTEMPTS, "the base that it implies", "16000 2000", None,
        "16,000 attempts after a fall of 2,000 attempts imply 18,000 attempts in 2020; within the rounding, 17,300 to 18,700.",
        (GIVEN_16, *FELL),
    ),
    (
        ATTEMPTS, "the change in percent that it implies", "16000 2000", None,
        "16,000 attempts after a fall of 2,000 attempts are a fall of 11.1 % from 18,000 attempts.",
        (GIVEN_16, *FELL, ("(16,000 − 18,000) / |18,000| × 100 = −11.11 %", "%")),
    ),
    (
        ATTEMPTS, "percent and number", "36.5 2000", "25.39",
        (
            "16,000 attempts after a fall of 2,000 attempts are a fall of 11.1 % from 18,000 attempts, "
            "which does not fit a fall of 36.5 % as claimed."
        ),
        (GIVEN_16, *FELL, ("(16,000 − 18,000) / |18,000| × 100 = −11.11 %", "%")),
    ),
    (
        DOUBLED, "its figures do not fit one another", "2", "-0.50",
        "From 40 cases to 60 cases is 1.50 times as much, where the claim says a rise to 2 times as much.",
        (("claimed: 40 cases", "case"), ("claimed: 60 cases", "case"), ("60 / 40 = 1.5 times", "times")),
    ),
    (
        DOUBLED, "the base that it implies", "2", None,
        "60 cases after a rise to 2 times as much imply 30.0 cases before; within the rounding, 27.0 to 33.6.",
        (("claimed: 60 cases", "case"), ("claimed: a rise to 2 times as much", ""), ("60 / 2 = 30", "case")),
    ),
    (
        SMUGGLED, "how many to each", "74 734", None, "734 migrants in 74 attempts are 9.9 to each.",
        (("claimed: 734 migrants", "migrant"), ("claimed: 74 attempts", "attempt"), ("734 / 74 = 9.92", "migrants per attempt")),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("speech", "title", "figures", "difference", "why", "lines"), SHOWN, ids=[f"{r[0][:30]}: {r[1]}" for r in SHOWN]
)
def test_a_finding_says_what_was_worked_out_and_how(*, speech, title, figures, difference, why, lines):
    (found, has), *_ = [row for row in found_in(speech) if row[0].why == why]
    assert found.title == OWN + title
    assert " ".join(has) == figures
    assert found.difference == (
        None if difference is None else pytest.approx(Decimal(difference), abs=Decimal("0.005"))
    )
    assert tuple((step.says, step.unit) for step in found.trace.steps) == lines
    assert found.unit == lines[-1][1]


@each("speech", sorted({row[0] for row in SHOWN}))
def test_no_other_finding_is_made(speech):
    assert {found.why for found, _ in found_in(speech)} == {row[4] for row in SHOWN if row[0] == speech}


@each("speech", sorted({row[0] for row in SHOWN}))
def test_a_sentence_before_and_one_behind_change_nothing(speech):
    """Where a sentence stands in its document is no part of what its figures say."""
    alone = [(found.why, has) for found, has in found_in(speech)]
    between = found_in(
        f"We thank all of you for coming here today. {speech} Let me end with that and take your questions."
    )
    assert [(found.why, has) for found, has in between] == alone


SILENT = [
    # figures that do not bear on one another, and why not
    ("119 of the 365 applicants were refused, and 40 percent came from abroad.", "another share"),
    ("3 of the 0 applicants were refused, or 40 percent.", "a part of none"),
    ("One in three children, or 35 percent, lives in poverty.", "a third in words is about a third"),
    ("Half of the children, or more than 30 percent, live in poverty.", "a half is more than 30 percent"),
    ("The programme costs 4 million euros for 2,000 schools, that is 3,000 euros per person.", "schools are no persons"),
    ("The programme costs 4 million euros for 0 people, that is 3,000 euros per person.", "nobody to divide by"),
    ("The programme costs 4 million euros for 2,000 people and 500 persons, that is 3,000 euros per person.", "which of two?"),
    ("With 2 million inhabitants and 1,000 deaths we have 200 deaths per 0 inhabitants.", "nobody"),
    ("We had 131 cases in 2020 and 98 deaths in 2021, an increase of 25 percent.", "cases are no deaths"),
    ("There were 60 men in 2020 and 80 women in 2021, a fall of 25 percent.", "men are no women"),
    ("We had 131 cases in 2020 and 98 cases in the same year, an increase of 25 percent.", "one year"),
    ("We had 5 cases per 1,000 people in 2020 and 3 cases per 1,000 people in 2021, an increase of 25 percent.", "rates"),
    ("We had 131 cases in 2020, 98 cases in 2021 and 80 cases in 2022, an increase of 25 percent.", "which two?"),
    ("We had 131 cases in 2020 and 98 cases in 2021, as many as before.", "no way up or down"),
    ("There were 0 cases in 2020 and 30 cases in 2021, a fall of 25 percent.", "nothing to fall from"),
    ("There were 60 cases in 2020 and between 70 and 80 cases in 2021, a fall of 25 percent.", "a range"),
    ("There were between 60 and 70 cases in 2020 and 80 cases in 2021, a fall of 25 percent.", "a range"),
    ("There were 60 cases in 2020 and 30 cases in 2021, half as many.", "it fits"),
    ("Wages were 500 euros in 2020 and 400 dollars in 2021, a rise of 10 percent.", "two currencies"),
    ("There 74 attempts brought 734 migrants.", "no word links them"),
    ("74 migrants were found, and 734 attempts were stopped.", "no word links them"),
    ("In 74 attempts of very many different and quite well organised groups of smugglers of 734 migrants we won.", "far apart"),
]  # fmt: skip


@pytest.mark.parametrize("speech", [row[0] for row in SILENT], ids=[f"{row[1]}: {row[0][:40]}" for row in SILENT])
def test_figures_that_do_not_bear_on_one_another_are_not_held_against_one_another(speech):
    apart = [found.why for found, _ in found_in(speech) if found.title != f"{OWN}the base that it implies"]
    assert apart == []


NO_BASE = [
    "The number of cases fell from 40 in 2020, a drop of 25 percent.",  # 40 is the base
    "Unemployment is 20 percent, 5,000 fewer than in 2020.",  # persons from percent
    "There are 400 cases, down by 5 percentage points.",
    "Wages are 400 euros, 20 dollars more than in 2020.",
    "There were 16,000 attempts in 2019, and the attempts fell by 10 percent in 2021.",
    "There were 16,000 attempts of smuggling in 2021, and exports of wine fell by 10 percent.",
]


@pytest.mark.parametrize("speech", NO_BASE)
def test_a_change_of_another_figure_implies_no_base(speech):
    assert found_in(speech) == []


def test_a_single_case_is_something_to_rise_from():
    found = [found.why for found, _ in found_in("There was 1 case in 2020 and 30 cases in 2021, a fall of 25 percent.")]
    assert found[0] == "From 1 case to 30 cases is a rise of 2,900 %, where the claim says a fall of 25 %."


SMALLEST = [
    ("We registered 40 cases in 2020 and 41 cases in 2021, an increase of 10 cases.", "From 40 cases to 41 cases is a rise of 1 case, "),
    ("We registered 101 cases in 2020 and 101 cases in 2021, an increase of 10 cases.", "From 101 cases to 101 cases is no change, "),
]  # fmt: skip


@pytest.mark.parametrize(("speech", "says"), SMALLEST)
def test_one_case_is_a_change_and_none_is_none(speech, says):
    (found,) = [found for found, _ in found_in(speech) if "fit" in found.title]
    assert found.why == f"{says}where the claim says a rise of 10 cases."


def test_a_change_of_the_same_thing_implies_a_base():
    """The attempts of 2021 are those that fell, whatever stands between the two."""
    ((found, has),) = found_in("There were 16,000 attempts in 2021, and attempts fell by 10 percent.")
    assert (round(found.measured, 2), has) == (Decimal("17777.78"), ["16000", "10"])


SEVERAL = [
    # each second pair is found where the first has nothing to be held against
    ("30 of the 60 judges and 119 of the 365 applicants were refused, or 40 percent.", ["percent and numbers"]),
    (
        "Unemployment is one in five, or 30 percent, and poverty is one in four, or 40 percent.",
        ["a share said in two ways", "a share said in two ways"],
    ),
    ("Unemployment is 20 percent or 21, and poverty is one in four, or 40 percent.", ["a share said in two ways"]),
]


@pytest.mark.parametrize(("speech", "titles"), SEVERAL)
def test_each_pair_of_a_sentence_is_looked_at(speech, titles):
    assert [found.title.removeprefix(OWN) for found, _ in found_in(speech)] == titles
