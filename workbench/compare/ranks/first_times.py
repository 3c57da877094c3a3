"""First times: "below 4 percent for the first time since 1990", "exceeded 100 billion for the first time".

Another question checks the figure itself. Here the figures before it are checked: none may have been as claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from workbench.compare import finding_words
from workbench.compare.alignment.align import Aligned
from workbench.compare.alignment.series_table import latest
from workbench.compare.alignment.years_from_months import resampled
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.caveats import no_figure
from workbench.compare.judging.answer_question import ComparisonCase, figure_of, question_caveats, undecided
from workbench.compare.questions.question import Question
from workbench.core.claim import Claim, Direction, Mention
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.number import EXACT
from workbench.core.period import Period, add_months, year
from workbench.core.quantity import Amount, Relation
from workbench.core.series import Observation

ASSUMED = "assumed-bound"
"""Kind of caveat where the words do not say whether an amount was reached from below or from above."""


def reached(claim: Claim, mention: Mention[Amount]) -> Mention[Amount]:
    """Read an amount reached for the first time as "at least", or after a fall as "at most", unless it has a hedge."""
    amount = mention.value
    if amount.relation is not Relation.IS:
        return mention
    fell = claim.change is not None and claim.change.value.direction is Direction.DOWN
    return replace(mention, value=replace(amount, relation=Relation.AT_MOST if fell else Relation.AT_LEAST))


def assumed_bound(claim: Claim, mention: Mention[Amount]) -> tuple[Caveat, ...]:
    """Warn where an amount is assumed to be reached from below, so that higher earlier figures refute nothing."""
    if mention.value.relation is not Relation.IS or claim.change is not None:
        return ()
    return (
        Caveat(
            ASSUMED, "The words do not say whether it was a first time of so much or of so little; so much was taken."
        ),
    )


def own_period(claim: Claim) -> tuple[Period, ...]:
    """Find the period of the first time, named besides "since"; empty for the latest."""
    said = [m.value for m in (claim.period, *claim.periods) if m is not None and m.rule != "since"]
    named = claim.first_time.year if claim.first_time is not None else None
    return tuple((said or ([] if named is None else [year(named)]))[:1])


def never_before(case: ComparisonCase, question: Question) -> Finding:
    """Answer whether no figure before was as claimed, showing the nearest one."""
    if question.period:
        case = replace(case, where=resampled(case.where, question.period[0]))
    own = _own(case, question)
    if isinstance(own, Caveat):
        return undecided(case, question, own)
    begins = _begins(case.claim, own.period)
    others = [one for one in case.where.rows if _before(one, own, begins)]
    if not others:
        text = f"“{case.where.series.title}” has no figure before {own.period.label} to set beside it."
        return undecided(case, question, Caveat("row-of-one", text))
    return _judged(case, question, own, others, _reach(others, begins))


def _own(case: ComparisonCase, question: Question) -> Observation | Caveat:
    period = question.period[0] if question.period else None
    if period is None:
        row = latest(case.where, case.claim.said or case.today)
    else:
        row = next((one for one in case.where.rows if _same(one.period, period) and one.value is not None), None)
    return row or no_figure(case.where.series, case.where.place, period, case.where.rows)


def _same(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _begins(claim: Claim, own: Period) -> date | None:
    """Find from when on it is said not to have happened; None for as far back as the series goes."""
    said = claim.first_time
    if said is not None and said.since is not None:
        return year(said.since).end
    years = None if said is None else said.years
    return None if years is None else add_months(own.start, -12 * years) + timedelta(days=1)


def _before(one: Observation, own: Observation, begins: date | None) -> bool:
    same = one.period.frequency is own.period.frequency and one.value is not None
    return same and one.period.start < own.period.start and (begins is None or one.period.start >= begins)


def _reach(others: Sequence[Observation], begins: date | None) -> tuple[Caveat, ...]:
    first = min(one.period for one in others)
    if begins is None:
        return (Caveat("as-far-back", f"The series goes back to {first.label}: earlier years could not be looked at."),)
    if first.start <= begins or (first.start - begins).days < (first.end - first.start).days:
        return ()
    return (Caveat("series-begins", f"The series begins in {first.label}, after the row that the claim speaks of."),)


def _judged(
    case: ComparisonCase, question: Question, own: Observation, others: Sequence[Observation], reach: tuple[Caveat, ...]
) -> Finding:
    sheet, factor = Sheet(), question.fit.factor or EXACT.create_decimal(1)
    each = (Aligned((one,), None, one.period) for one in others)
    read = [figure_of(case.where, question, sheet, one) for one in each]
    low = question.claimed.range.high is not None and question.claimed.range.low is None
    nearest = sheet.do(
        "lowest" if low else "highest", read, finding_words.unit_words(question.unit), _line(read, low=low)
    )
    broken = [
        one for one in others if one.value is not None and EXACT.multiply(one.value, factor) in question.claimed.range
    ]
    begun = not broken and any(caveat.kind == "series-begins" for caveat in reach)
    assumed = broken and any(caveat.kind == ASSUMED for caveat in question.caveats)
    how = Agreement.UNDECIDED if assumed or begun else Agreement.APART if broken else Agreement.ROUNDS_TO
    made = undecided(case, question, reach[0] if reach else Caveat("first-time", ""))
    return replace(
        made,
        agreement=how,
        measured=nearest.value,
        difference=None if question.claimed.value is None else EXACT.subtract(nearest.value, question.claimed.value),
        trace=sheet.trace(),
        why=_why(case, question, own, others, broken),
        caveats=tuple(dict.fromkeys((*reach, *question_caveats(case, question)))),
        period=own.period,
    )


def _line(read: Sequence[SheetFigure], *, low: bool) -> str:
    figures = "figure" if len(read) == 1 else "figures"
    return f"the {'lowest' if low else 'highest'} of {len(read)} {figures} before: {{}}"


def _why(
    case: ComparisonCase,
    question: Question,
    own: Observation,
    others: Sequence[Observation],
    broken: Sequence[Observation],
) -> str:
    first = min(one.period for one in others)
    claimed = finding_words.claim_words(question, whole=False)
    source = finding_words.publisher(case.where.series)
    if not broken:
        return f"{source} gives no figure of {claimed} from {first.label} until {own.period.label}, as the claim says."
    last = max(broken, key=lambda one: one.period)
    value = finding_words.short_figure(last.value) if last.value is not None else ""
    return f"{source} gives {value} in {last.period.label} already, where the claim says that {claimed} was a first."
