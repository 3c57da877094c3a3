"""A figure that fits shows that the same thing is meant; one that does not fit refutes only where words or figures show it otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from tests.each import each
from workbench.compare import check, decided_by_words_or_figures, outcome, stands_alone
from workbench.core.claim import Mention
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.interval import Interval
from workbench.core.series import Series, SeriesRef
from workbench.core.slip import Slip
from workbench.core.trace import NO_TRACE
from workbench.extract import read_text

WORDS = [((), ()), (("food",), ()), ((), ("military",)), (("food",), ("military",))]
ASSUMED = [(), ("no-period",), ("inherited-period",), ("claim-before-period-end",)]
SAID = date(2019, 6, 25)
REFUTES = [Agreement.APART, Agreement.OPPOSITE]
SERIES = Series(ref=SeriesRef("mine", "a"), title="A")


def finding(
    agreement: Agreement,
    claimed: str | None,
    measured: str,
    *,
    part: str = "level 0",
    bound: bool = False,
    **more: object,
) -> Finding:
    value = None if claimed is None else Decimal(claimed)
    said = Interval(value, None if bound or value is None else value)
    return Finding(
        claim="c", series=SERIES, title="A, 2021", agreement=agreement, claimed=value, claimed_range=said,
        measured=Decimal(measured), part=part, why="It gives so much.", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def said(found: Finding, words: tuple[tuple[str, ...], tuple[str, ...]], *beside: Finding) -> str:
    return outcome(decided_by_words_or_figures([found, *beside], *words))[0]


SLIP = Slip(kind="other-period", says="It would hold for 2019: 10.", trace=NO_TRACE)


@each(("agreement", "words", "kinds"), product(REFUTES, WORDS, ASSUMED))
def test_a_far_figure_refutes_only_where_nothing_is_open(agreement, words, kinds):
    found = finding(agreement, "10", "70", caveats=tuple(Caveat(kind, "Assumed.") for kind in kinds))
    open_ = any(words) or kinds or agreement is Agreement.APART  # which may be that of a part, see below
    assert said(found, words) == ("undecided" if open_ else "contradicted")


@pytest.mark.parametrize(
    ("measured", "agreement", "word"),
    [
        ("5", Agreement.APART, "contradicted"),
        ("20", Agreement.APART, "contradicted"),
        ("4.9", Agreement.APART, "contradicted"),
        ("20.1", Agreement.APART, "undecided"),
        ("-70", Agreement.APART, "contradicted"),
        ("70", Agreement.OPPOSITE, "contradicted"),
        ("10000", Agreement.APART, "contradicted"),
    ],
)
def test_a_figure_of_another_size_refutes_where_no_word_is_left_open(measured, agreement, word):
    """One job in five is in manufacturing, it is said in a passage: one in eleven is. What may be a part's is left open, see below."""
    found = [finding(agreement, "10", measured)]
    for alone in (False, True):
        assert outcome(decided_by_words_or_figures(found, (), (), alone=alone))[0] == word
    left = [outcome(decided_by_words_or_figures(found, (each,), (), alone=False))[0] for each in ("jobs", "wages")]
    far = measured in {"4.9", "20.1", "-70", "70"}
    assert left == (["undecided"] * 2 if far else ["contradicted"] * 2)


def test_an_upper_bound_far_below_is_no_part():
    """Fewer than a quarter of the newborns came into the world out of wedlock: 58.3 percent did."""
    bound = replace(finding(Agreement.APART, "25", "58.3"), claimed_range=Interval(None, Decimal(25)))
    assert outcome(decided_by_words_or_figures([bound], (), ()))[0] == "contradicted"
    assert outcome(decided_by_words_or_figures([bound], ("wedlock",), ()))[0] == "undecided"


@pytest.mark.parametrize(
    ("measured", "word"), [("11", "contradicted"), ("20", "contradicted"), ("20.1", "undecided"), ("900", "undecided")]
)
def test_a_level_under_half_of_the_measured_one_may_be_that_of_a_part(measured, word):
    """The speaker found 590 patients whose tuberculosis no longer answers to the usual drugs; in all there were 12,790."""
    found = [finding(Agreement.APART, "10", measured)]
    assert outcome(decided_by_words_or_figures(found, (), ()))[0] == word
    with_explanations = [finding(Agreement.APART, "10", measured, slips=(SLIP,))]
    assert outcome(decided_by_words_or_figures(with_explanations, (), ()))[0] == "contradicted"


def test_which_sentences_stand_alone():
    first, second = read_text("Unemployment was 5 percent. Poverty was 20 percent.", said=SAID, document="d").claims
    (long,) = read_text(
        f"In a year of {'very ' * 40}hard times unemployment was 5 percent.", said=SAID, document="d"
    ).claims
    assert [stands_alone(claim) for claim in (first, second, long)] == [True, False, False]


def test_a_bound_that_a_figure_passes_many_times_is_none_of_its():
    """The country lost more than 700,000 inhabitants: beside 37 million that live there."""
    assert said(finding(Agreement.ROUNDS_TO, "700000", "37515748", bound=True), ((), ())) == "undecided"
    assert said(finding(Agreement.ROUNDS_TO, "700000", "900000", bound=True), ((), ())) == "supported"


@each(("words", "kinds", "measured"), product(WORDS, ASSUMED, ["6", "13", "19"]))
def test_a_figure_of_one_size_makes_up_for_one_doubt(words, kinds, measured):
    found = finding(Agreement.APART, "10", measured, caveats=tuple(Caveat(kind, "Assumed.") for kind in kinds))
    doubts = sum(map(bool, words)) + bool(kinds)
    assert said(found, words) == ("undecided" if doubts > 1 else "contradicted")


@pytest.mark.parametrize(("words", "measured"), list(product(WORDS, ["10000", "0.0102", "9900000"])))
def test_thousands_for_millions_refute_whatever_is_open(words, measured):
    assert said(finding(Agreement.APART, "10", measured), words) == "contradicted"


@pytest.mark.parametrize(("words", "agreement"), list(product(WORDS, REFUTES)))
def test_a_slip_that_explains_the_figure_refutes_whatever_is_open(words, agreement):
    found = finding(agreement, "10", "70", slips=(SLIP,))
    assert outcome(decided_by_words_or_figures([found], *words))[0] == "contradicted"


@pytest.mark.parametrize(("words", "agreement"), list(product(WORDS, REFUTES)))
def test_a_slip_that_chance_may_give_makes_up_for_no_word_that_the_series_lacks(words, agreement):
    found = finding(agreement, "10", "70", slips=(replace(SLIP, chance=Decimal("0.2")),))
    assert said(found, words) == ("undecided" if words[0] else "contradicted")


@pytest.mark.parametrize(("words", "measured"), list(product(WORDS, ["6", "13", "70"])))
def test_a_figure_of_one_size_may_be_that_of_others(words, measured):
    """Fourteen percent among foreigners, and nine of all."""
    found = finding(Agreement.APART, "10", measured)
    assert outcome(decided_by_words_or_figures([found], *words, ("foreigners",)))[0] == "undecided"


@pytest.mark.parametrize(("words", "part"), list(product(WORDS, ["rank", "trend"])))
def test_a_place_in_a_row_has_no_size(words, part):
    assert said(finding(Agreement.APART, "1", "2", part=part), words) == ("undecided" if any(words) else "contradicted")


@pytest.mark.parametrize("words", WORDS)
def test_another_part_that_fits_shows_that_the_same_thing_is_meant(words):
    """From 7.1 to 9 percent."""
    fits, misses = finding(Agreement.EXACT, "7.1", "7.1", part="from"), finding(Agreement.APART, "9", "70", part="to")
    assert said(misses, words, fits) == "contradicted"


@pytest.mark.parametrize(("words", "agreement"), list(product(WORDS, [Agreement.EXACT, Agreement.ROUNDS_TO])))
def test_a_figure_that_fits_supports_whatever_the_words(words, agreement):
    assert said(finding(agreement, "10", "10"), words) == "supported"


@pytest.mark.parametrize(("words", "measured"), list(product(WORDS, ["27", "40", "7800"])))
def test_a_bound_that_is_met_by_far_is_none_of_what_the_series_does_not_name(words, measured):
    """More than 26 million refugees, and the world has 7.8 billion people."""
    far = Decimal(measured) > (2 if words[0] else 10) * 26
    found = finding(Agreement.ROUNDS_TO, "26", measured, bound=True)
    assert said(found, words) == ("undecided" if far else "supported")


def test_the_reason_names_the_words():
    (found,) = decided_by_words_or_figures([finding(Agreement.APART, "10", "70")], ("food",), ("military",))
    assert found.caveats[0].says == (
        "It is not sure that “A, 2021” measures the claim: it says nothing of “food” and names “military”, which the claim does not,"
        " and its figure does not show that it is of the same thing."
    )
    assert found.trace is NO_TRACE
    assert found.measured == 70


@pytest.mark.parametrize("named", [("SRB",), ("SRB", "EU27"), ("SRB", "FRA")])
def test_a_figure_of_another_place_that_the_claim_names_refutes_nothing(make, named):
    """Serbia was ahead of the EU's 31.8 percent."""
    (claim,) = read_text("In 2019 women held 31.8 percent of seats in Serbia.").claims
    places = tuple(Mention(claim.span, code, "name") for code in named)
    series = make.series("%", title="Seats held by women in parliament")
    rows = make.table({"SRB": {"2019": "37.7"}, "EU27": {"2019": "31.8"}, "FRA": {"2019": "39.5"}})
    found = check(replace(claim, places=places), series, rows, today=date(2020, 3, 8))
    assert outcome(found)[0] == ("undecided" if "EU27" in named else "contradicted")


@each(("agreement", "words", "part"), product(REFUTES, WORDS[1:], ["comparison", "trend", "rank", "direction"]))
def test_what_fits_bears_out_no_claim_whose_figure_does_not_fit_and_is_left_open(agreement, words, part):
    """Our 7.9 percent is lower than theirs: that it is lower does not bear out the 7.9."""
    assert said(finding(agreement, "10", "70"), words, finding(Agreement.EXACT, None, "1", part=part)) == "undecided"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Unemployment in Germany was {} percent in 2018."),
        ("de", "Die Arbeitslosigkeit lag 2018 in Deutschland bei {} Prozent."),
        ("mk", "Невработеноста во Германија во 2018 година беше {} проценти."),
    ],
)
@pytest.mark.parametrize(("figure", "word"), [("5.4", "undecided"), ("1.7", "undecided"), ("3.4", "supported")])
def test_a_series_without_a_unit_refutes_nothing_in_percent(make, language, text, figure, word):
    """Its figures may be thousands of people; one that fits shows that they are percent."""
    said = figure if language == "en" else figure.replace(".", ",")
    (claim, *_) = read_text(text.format(said), said=date(2020, 1, 10), language=language).claims
    series = Series(ref=SeriesRef("mine", "a"), title="Unemployment")
    found = check(claim, series, make.table({"DEU": {"2018": "3.4"}}), today=date(2020, 1, 10))
    decided = decided_by_words_or_figures(found, (), ())
    assert outcome(decided)[0] == word
    assert all("unit" in each.why + each.caveats[0].says for each in decided)


@pytest.mark.parametrize("agreement", REFUTES)
@pytest.mark.parametrize("kinds", [(), ("hospitals",)])
def test_no_slip_explains_a_figure_that_is_told_of_a_part_alone(agreement, kinds):
    """Out of the public purse alone, spending rose by a quarter: a slip that would explain the figure of all is no slip of this one."""
    slip = replace(SLIP, chance=Decimal("0.001"))
    found = finding(agreement, "25", "33", slips=(slip,))
    (read,) = decided_by_words_or_figures([found], kinds, (), kinds, kinds=kinds)
    assert read.agreement is (Agreement.UNDECIDED if kinds else agreement)
