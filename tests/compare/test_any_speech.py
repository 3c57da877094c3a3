"""Whatever is said of whatever figures: no crash, every line replays, and what is undecided says why."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.compare import check, outcome
from workbench.core.claim import ClaimKind
from workbench.core.document import Span
from workbench.core.finding import Agreement
from workbench.core.series import Additivity

WHEN = (
    "In 2021 ",
    "Since 2015 ",
    "Between 2015 and 2021 ",
    "In the first nine months of 2021 ",
    "In fiscal year 2021 ",
    "Over the past decade ",
    "",
)
WHO = ("Germany's unemployment ", "unemployment in the G7 ", "the number of applications ", "real wages ", "it ")
DID = (
    "was the lowest ", "was the third highest ", "is at an all-time high ", "fell ", "rose by 3 percent a year ", "fell every year ",
    "rose for the third year in a row ", "averaged 5 percent ", "was twice as high as in France ", "was below the EU average ",
    "doubled ", "rose from 3 percent to 5 percent ", "was on average 12 ", "was half that of France ", "peaked at 9 percent ",
    "ranked 4th ", "was higher than in any other country ", "has never been lower ", "fell to a 20-year low ", "fell below 4 percent for the first time ", "has been below 5 percent ", "bottomed out at 3 percent ", "accounted for a fifth of all applications ",
)  # fmt: skip
WHERE = (
    "in the EU.",
    "in Europe.",
    "since 1974.",
    "in 20 years.",
    "in the world.",
    "on record.",
    "among OECD countries.",
    "in 2021.",
    ".",
    "than in France.",
)
SPEECHES = st.tuples(*(st.sampled_from(part) for part in (WHEN, WHO, DID, WHERE))).map("".join)
CODES = ("DEU", "FRA", "ITA", "EU27", "G7", "USA", "WLD", "Bavaria")
TIMES = tuple(str(y) for y in range(1970, 2023)) + tuple(f"2021-{m:02}" for m in range(1, 13)) + ("2020-Q4", "2021-Q1")
VALUES = st.one_of(
    st.none(),
    st.sampled_from(["0", "-3", "5", "5.0", "1e9", "0.001", "12.7"]),
    st.decimals(-(10**6), 10**6, places=2).map(str),
)
FIGURES = st.dictionaries(
    st.sampled_from(CODES), st.dictionaries(st.sampled_from(TIMES), VALUES, max_size=14), max_size=5
)


@settings(max_examples=examples(80), deadline=None)  # others work on this machine too
@given(
    SPEECHES, FIGURES, st.sampled_from(["%", "application", "usd", "index", "", "/1000"]), st.sampled_from(Additivity)
)
def test_any_speech_on_any_figures_is_answered(make, speech, figures, unit, adds):
    series = make.series(unit, title="Unemployment, applications and wages", adds=adds)
    cells = {row.evidence: row.value for row in make.table(figures)}
    found = make.heard(speech, series, figures)
    assert outcome(found)[0] in {"supported", "contradicted", "undecided"}
    for each in found:
        assert each.measured == each.trace.result
        for trace in each.traces:
            assert trace.replay(cells.__getitem__) == trace.result
        assert each.why
        assert each.agreement is not Agreement.UNDECIDED or each.caveats


@settings(max_examples=30, deadline=None)  # others work on this machine too
@given(SPEECHES, FIGURES, st.sampled_from(["%", "application"]))
def test_the_order_of_the_figures_says_nothing(make, speech, figures, unit):
    series = make.series(unit, title="Unemployment, applications and wages", adds=Additivity.MEAN)
    turned = {code: dict(reversed(there.items())) for code, there in reversed(figures.items())}
    first, second = (make.heard(speech, series, each) for each in (figures, turned))
    assert [(f.agreement, f.measured, f.why) for f in first] == [(f.agreement, f.measured, f.why) for f in second]


@settings(max_examples=30, deadline=None)  # others work on this machine too
@given(SPEECHES, st.sampled_from(["10", "250", "3600"]), st.sampled_from([1000, 10**6]))
def test_scaling_a_series_moves_no_place_and_no_trend(make, speech, own, by):
    """Ranks, trends and comparisons in times or percent are the same in thousands as in ones."""
    series = make.series("application", title="Applications")

    def heard(scale):
        figures = {
            code: {str(year): str((n + 3) * (year - 2000) * scale + int(own) * scale) for year in range(2010, 2023)}
            for n, code in enumerate(("DEU", "FRA", "USA"))
        }
        return make.heard(speech, series, figures)

    free = {"place", "rises", "falls", "times", "%"}
    here, there = ([(f.part, f.agreement, f.measured) for f in heard(scale) if f.unit in free] for scale in (1, by))
    assert [(part, how, _rounded(value)) for part, how, value in here] == [
        (part, how, _rounded(value)) for part, how, value in there
    ]


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else round(value, 20)


HOSTILE = (
    "the highest ",
    "more than any ",
    "in the ",
    "every year ",
    "on average ",
    "since 1990 ",
    "as ",
    "for the first time ",
    "\x1b[31m",
)


@pytest.mark.slow
@pytest.mark.parametrize("words", HOSTILE)
def test_a_sentence_without_end_takes_no_time(make, words):
    """Ten times the words take no more than some times as long: nothing is looked at twice for every word."""
    claim = replace(make.level("5", "application", period="2021"), kind=ClaimKind.RANK)
    series, rows = make.series(), make.rows({"2020": "4", "2021": "5"})
    began = time.process_time()
    for length in (2_000, 20_000):
        long = replace(claim, context=words * length, sentence=Span(0, len(words) * length), quote=words * length)
        for span in (Span(10, 14), long.sentence):
            check(replace(long, span=span), series, rows, today=make.today)
    assert time.process_time() - began < 5
