"""The step that a change is told over ("on the month") is read once, in every language, and measured over that step and no other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from tests.examples import examples
from workbench.compare import check, outcome
from workbench.core.claim import Claim
from workbench.core.encoding.codec import decode, encode
from workbench.core.period import Frequency
from workbench.core.relations import ChangeStep, PlaceComparison
from workbench.desk.verdicts.earlier_version_claims import fully_read
from workbench.extract import read_text
from workbench.extract.words.word_files import languages, raw_tables
from workbench.match import query_of

SAID = date(2021, 7, 20)
MONTH, QUARTER, YEAR = (Frequency(each) for each in ("month", "quarter", "year"))
ON_THE_MONTH, ON_THE_QUARTER, ON_THE_YEAR = ChangeStep(MONTH, MONTH), ChangeStep(QUARTER, QUARTER), ChangeStep(YEAR)
ON_THE_SAME_MONTH = ChangeStep(YEAR, MONTH)

TIMES = {
    "en": {MONTH: "In May 2021", QUARTER: "In the second quarter of 2021"},
    "de": {MONTH: "Im Mai 2021", QUARTER: "Im zweiten Quartal 2021"},
    "mk": {MONTH: "Во мај 2021 година", QUARTER: "Во вториот квартал од 2021 година"},
}
RISES = {
    "en": ("{when}, unemployment rose by 2 percent {step}.", "Unemployment rose by 2 percent {step}."),
    "de": ("{when} stieg die Arbeitslosigkeit {step} um 2 Prozent.", "Die Arbeitslosigkeit stieg {step} um 2 Prozent."),
    "mk": ("{when} невработеноста порасна за 2 проценти {step}.", "Невработеноста порасна за 2 проценти {step}."),
}
TOLD = {
    "en": {
        ON_THE_MONTH: [
            "on the month", "over the month", "month on month", "month-on-month", "compared with the month before", "from a month earlier",
            "over the previous month", "compared with the previous month", "than the month before", "m/m",
            "in just a month", "in a single month", "in only one month", "in less than a month",
        ],
        ON_THE_QUARTER: ["on the quarter", "quarter on quarter", "compared with the previous quarter", "from the quarter before", "q/q", "in a single quarter"],
        ON_THE_YEAR: ["on the year", "year on year", "yoy", "from the previous year", "in a single year", "in just one year"],
        ON_THE_SAME_MONTH: ["compared with the same month a year earlier", "against the same month of last year"],
    },
    "de": {
        ON_THE_MONTH: ["gegenüber dem Vormonat", "im Vergleich zum Vormonat", "zum Vormonat", "binnen Monatsfrist", "im Monatsvergleich", "gegenüber dem vorigen Monat", "in nur einem Monat", "binnen eines Monats", "innerhalb eines einzigen Monats", "im Laufe eines Monats"],
        ON_THE_QUARTER: ["gegenüber dem Vorquartal", "im Vergleich zum Vorquartal", "im Quartalsvergleich", "verglichen mit dem Vorquartal"],
        ON_THE_YEAR: ["binnen Jahresfrist", "auf Jahressicht", "gegenüber dem Vorjahr", "in einem einzigen Jahr", "innerhalb eines Jahres"],
        ON_THE_SAME_MONTH: ["gegenüber dem Vorjahresmonat", "verglichen mit dem gleichen Monat des Vorjahres"],
    },
    "mk": {
        ON_THE_MONTH: ["во однос на претходниот месец", "во споредба со претходниот месец", "споредено со минатиот месец", "на месечно ниво", "на месечна основа", "за само еден месец", "во рок од еден месец"],
        ON_THE_QUARTER: ["во однос на претходното тримесечје", "во споредба со претходниот квартал", "на квартално ниво"],
        ON_THE_YEAR: ["на годишно ниво", "на годишна основа", "во однос на претходната година", "за само една година"],
        ON_THE_SAME_MONTH: ["во однос на истиот месец минатата година"],
    },
}  # fmt: skip
CASES = [(language, words, step) for language, steps in TOLD.items() for step, said in steps.items() for words in said]


def heard(language: str, words: str, when: str = "") -> Claim:
    dated, undated = RISES[language]
    said = (dated if when else undated).format(when=when, step=words)
    (claim,) = read_text(said, said=SAID, place="DEU", language=language, document="d").claims
    return claim


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_words_for_the_month_the_quarter_and_the_year(language):
    assert {MONTH, QUARTER, YEAR} <= {Frequency(each) for each in raw_tables(language)["relations"]["lengths"].values()}
    assert {step.apart for step in TOLD[language]} == {MONTH, QUARTER, YEAR}


@each(("language", "words", "step"), CASES)
def test_the_words_fill_the_slot(language, words, step):
    assert heard(language, words).step == step


@each(("language", "words", "step"), CASES)
def test_a_dated_change_is_measured_from_one_step_before(language, words, step):
    claim = heard(language, words, TIMES[language][QUARTER if step.apart is QUARTER else MONTH])
    assert claim.change.value.base == claim.period.value.moved(-step.apart.months)
    assert query_of(claim).months is None  # what period it speaks of says more


@each(("language", "words", "step"), CASES)
def test_match_reads_the_slot(language, words, step):
    claim = heard(language, words)
    base = claim.change.value.base
    alone = replace(claim, change=replace(claim.change, value=replace(claim.change.value, base=None)), period=None)
    assert query_of(alone).months == (step.lasts.months if step.lasts else None)
    assert query_of(replace(alone, step=None)).months is None  # the words themselves are not read again
    if claim.period is None and base is not None:
        assert query_of(claim).months == base.months


MONTHS = {
    f"{y}-{m:02}": str(1000 + 10 * (12 * (y - 2019) + m))
    for y in (2019, 2020, 2021)
    for m in range(1, 13)
    if (y, m) < (2021, 7)
}


@each(("language", "words"), [(language, words) for language, words, step in CASES if step == ON_THE_MONTH])
def test_a_change_on_the_month_is_compared_over_one_month(make, language, words):
    """1,300 in June 2021 after 1,290 in May: 0.78 percent; on June 2020 it would be 10.2."""
    series, rows = make.series(title="Unemployed"), make.table({"DEU": MONTHS})
    (found,) = [each for each in check(heard(language, words), series, rows, today=SAID) if each.measured is not None]
    assert (found.period.label, found.base.label) == ("Jun 2021", "May 2021")
    assert round(found.measured, 2) == Decimal("0.78")


@pytest.mark.parametrize("words", ["on the month", "on the quarter"])
def test_figures_of_whole_years_do_not_answer_for_a_step_of_less(make, words):
    series, rows = make.series(title="Unemployed"), make.table({"DEU": {"2019": "100", "2020": "102"}})
    assert outcome(check(heard("en", words), series, rows, today=SAID))[0] == "undecided"
    (found,) = check(heard("en", words), series, rows, today=SAID)
    assert found.measured is None
    assert found.caveats[0].kind == "longer-figures"


def test_growth_on_the_year_does_not_answer_for_a_change_on_the_month(make):
    series = make.series("%", title="Unemployment, growth on the same month of the previous year")
    rows = make.table({"DEU": {"2021-05": "2", "2021-06": "2"}})
    found = check(heard("en", "on the month"), series, rows, today=SAID)
    assert {each.measured for each in found} == {None}


def test_each_of_two_changes_has_the_step_beside_it():
    """In May 2021 prices rose by 0.4 percent on the month and by 5 percent year on year."""
    said = test_each_of_two_changes_has_the_step_beside_it.__doc__ or ""
    first, second = read_text(said, said=SAID).claims
    assert [first.step, second.step] == [ON_THE_MONTH, ON_THE_YEAR]
    assert [str(each.change.value.base) for each in (first, second)] == ["Apr 2021", "May 2020"]


@each(
    "said",
    [
        "Unemployment fell by 2 percent in the month of May.",
        "Wages rose from month to month by 2 percent.",
        "Sales fell by a quarter.",
        "He paid 20 percent more on the day of the vote.",
        "Ein Monatslohn stieg um 2 Prozent.",
        "Die Zahl der Vorjahressieger stieg um 2 Prozent.",
        "Месечната плата порасна за 2 проценти.",
    ],
)
@each("language", sorted(languages()))
def test_other_words_of_time_tell_no_step(said, language):
    assert [claim.step for claim in read_text(said, said=SAID, language=language).claims if claim.step] == []


@given(st.text(max_size=60), st.sampled_from(sorted(languages())), st.sampled_from(CASES))
@settings(deadline=None, max_examples=examples(60))
def test_a_step_stands_in_the_words_whatever_is_around_it(around, language, case):
    text = f"{around} {RISES[case[0]][1].format(step=case[1])}"
    for claim in read_text(text, language=language).claims:
        assert claim.step is None or any(
            word in claim.context.lower() for word in raw_tables(language)["relations"]["lengths"]
        )


def test_a_claim_that_was_kept_before_gets_its_step_and_loses_nothing():
    claim = heard("en", "on the month")
    row = json.loads(encode(claim))
    del row["step"]
    other = PlaceComparison(place="FRA", comparative=True)  # completed from what was told before it
    old = replace(decode(Claim, json.dumps(row)), relations=3, comparison=other)
    assert old.step is None
    assert fully_read(old) == replace(claim, comparison=other)
