"""Index figures and their base year: 120 with 2015 = 100 is another figure with 2010 = 100.

Where the claim and the series have different base years, the series' figure is converted to the claim's. Where only the
series names one, a caveat says so: an index level means nothing without it, but a change in percent is the same.
"""

from __future__ import annotations

from workbench.compare import finding_words
from workbench.compare.alignment.align import align
from workbench.compare.arithmetic.calculation_sheet import Sheet, share_slack, short
from workbench.compare.caveats import no_figure
from workbench.compare.judging.answer_question import (
    ComparisonCase,
    MeasuredFigure,
    figure_caveats,
    figure_of,
    judged_finding,
    undecided,
)
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import question_periods
from workbench.compare.series_words.series_index_base import base_of
from workbench.core.claim import Claim
from workbench.core.errors import ComparisonError
from workbench.core.finding import Caveat, Finding
from workbench.core.period import year
from workbench.core.quantity import Dimension
from workbench.core.series import Series


def index_base_cautions(claim: Claim, series: Series) -> tuple[Caveat, ...]:
    """Warn of an index whose base year the claim does not name."""
    base = base_of(series)
    if series.unit.dimension is not Dimension.INDEX or base is None or claim.index_base is not None:
        return ()
    return (Caveat("index-base", f"The series is an index with {base} = 100; the claim does not name its base."),)


def rebased_index(case: ComparisonCase, question: Question, base: int) -> Finding:
    """Answer an index figure converted to another base year: the figure in percent of that year's."""
    when = question_periods(case.claim, question, case.where, case.today)
    if isinstance(when, Caveat):
        return undecided(case, question, when)
    own, hundred = align(case.where, when.period, when.alternatives), align(case.where, year(base))
    if isinstance(own, Caveat):
        return undecided(case, question, own, when)
    if isinstance(hundred, Caveat) or hundred.coarse:
        missing = (
            hundred if isinstance(hundred, Caveat) else no_figure(case.where.series, case.where.place, year(base), ())
        )
        return undecided(case, question, missing, when)
    sheet = Sheet()
    read = [figure_of(case.where, question, sheet, each) for each in (hundred, own)]
    line = f"{short(read[1].value)} / {short(read[0].value)} × 100 = {{}} ({base} = 100)"
    try:
        figure = sheet.do(
            "share", (read[1], read[0]), finding_words.unit_words(question.unit), line, share_slack(read[1], read[0])
        )
    except ComparisonError:
        return undecided(case, question, Caveat("zero-base", f"The index is zero in {base}."), when)
    caution = Caveat("index-base", f"The series has another base; its figures were turned to {base} = 100.")
    return judged_finding(
        case, question, MeasuredFigure(figure, sheet, own.period, (*figure_caveats(case, own), caution)), when
    )
