"""Finds everything one series says about a claim, in an order that does not depend on the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from workbench.compare import caveats as warn
from workbench.compare.alignment.per_inhabitant import Population, needs_population, per_inhabitant
from workbench.compare.alignment.series_table import table
from workbench.compare.claim_questions import questions, unmeasurable
from workbench.compare.explanations import with_explanations
from workbench.compare.judging.answer_question import ComparisonCase, finding, undecided
from workbench.compare.judging.assumed_time import without_a_time
from workbench.compare.judging.figures_of_other_places import of_its_own_place
from workbench.compare.judging.left_open import left_open
from workbench.compare.judging.other_readings import over_readings
from workbench.compare.judging.outcome import CONTRADICTED, SUPPORTED, WORDS
from workbench.compare.judging.same_measure import stands_alone
from workbench.compare.judging.size_comparison import of_one_size
from workbench.compare.judging.source_notices import SourceNotices, sorted_notices
from workbench.compare.judging.uncompared import of_both_compared
from workbench.compare.judging.vintages import as_known, published_then
from workbench.compare.places.place_comparison import compared_with_place
from workbench.compare.questions.changes_without_period import with_candidate_periods
from workbench.compare.questions.question import Question
from workbench.compare.ranks import rank_finding
from workbench.compare.trends import over_stretch
from workbench.core.claim import NOT_SAID, UNIT_FROM_BEFORE, UNREAD_PERIOD, UNREAD_STANDING, Claim, unread_period
from workbench.core.errors import Problem
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.period import Frequency
from workbench.core.relations import TrendKind
from workbench.core.series import Observation, Series


def check(
    claim: Claim,
    series: Series,
    observations: Sequence[Observation],
    *,
    today: date,
    notices: Sequence[Problem] = (),
    population: Population | None = None,
) -> tuple[Finding, ...]:
    """Compare a claim with one series.

    The parts of a claim (a level and a change, both ends of "from … to …") stand in the order in which they are asked,
    and the readings of each part with the most likely first. Agreement never changes that order: `rests_on` weighs them
    afterwards.

    Args:
        claim: The claim.
        series: The series that may measure it.
        observations: Its figures, in any order; those of other places are ignored.
        today: The day that "latest" means where the claim has no day.
        notices: Notices of the source with the figures; they go with every finding.
        population: The population, where it was fetched; totals are divided by it where `needs_population` holds.

    Returns:
        At least one finding; UNDECIDED with a caveat for the reason where nothing could be measured.
    """
    by_bearing = sorted_notices(notices)

    def findings(reading: Claim) -> list[Finding]:
        where = table(reading, series, observations)
        if population is not None and needs_population(reading, series):
            where = per_inhabitant(reading, where, population)
        case = ComparisonCase(reading, where, observations, today)
        return [_with(case, each, by_bearing) for each in _found(case)]

    return _each_step(claim, over_readings(claim, findings))


def _with(case: ComparisonCase, found: Finding, notices: SourceNotices) -> Finding:
    """Add the source's notices to a finding, and its figures' age at the time of the claim where no notice names it.

    A claim without a day that names its period needs no newer figure; one that names no period is about today.
    """
    day = case.claim.said or (None if case.claim.period else case.today)
    age = () if notices.names_age or day is None else warn.stale(case.where.series, case.where.rows, day)
    caveats = tuple(dict.fromkeys((*notices.doubts, *found.caveats, *age, *notices.caveats)))
    decided = _of_assumed_unit(case.claim, _half_borne_out(case.claim, _of_unnamed_part(found, notices)))
    return replace(decided, caveats=caveats, notes=notices.notes)


_STEP_DAYS = {Frequency.DAY: 1, Frequency.WEEK: 7, Frequency.MONTH: 31, Frequency.QUARTER: 92, Frequency.YEAR: 366}
"""The most days of one step."""

_OF_ANOTHER = frozenset({UNREAD_PERIOD, *NOT_SAID})
"""Caveats of a figure for a time that was not read, or that nobody stated; such a figure refutes nothing either."""

_MORE_THAN_READ = frozenset({"contrary-word", UNREAD_STANDING, *_OF_ANOTHER})
"""Caveats of a sentence that says more than the figure can settle: the contrary, a rank or a time that was not read."""


_OF_EACH = frozenset({TrendKind.EACH, TrendKind.IN_A_ROW})
"""Trends that say something of each step: "every year", "for the sixth year in a row"."""


def _each_step(claim: Claim, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Leave findings open where one figure would have to support "every year", and no trend was measured.

    A figure of several steps together refutes nothing of each: "in no month more than 3,200", from January to June.
    """
    trend = next((each for each in claim.trends if each.kind in _OF_EACH), None)
    if trend is None or any(found.part in {"trend", "rank"} for found in findings):
        return tuple(findings)
    why = Caveat("every-step", f"The claim says “{trend.words}”, which one figure does not bear out.")
    return tuple(
        left_open(found, why) if WORDS[found.agreement] == SUPPORTED or _is_of_several(found, trend.step) else found
        for found in findings
    )


def _is_of_several(found: Finding, step: Frequency | None) -> bool:
    """Check whether a finding that does not fit has a figure longer than one step of the trend."""
    if step is None or found.period is None or WORDS[found.agreement] != CONTRADICTED:
        return False
    one = _STEP_DAYS.get(step)
    return one is not None and (found.period.end - found.period.start).days > one


def _half_borne_out(claim: Claim, found: Finding) -> Finding:
    """Leave a finding open that would support a claim whose sentence says more.

    That is the contrary, something that was not read, or a time that was not read.

    The figure may be about what was not read: inside a passage, or with such a time, it refutes as little as it
    supports. If the figure used is for that very time, both readings are the same.
    """
    same = None if found.period is None else unread_period(found.period).message
    why = next((each for each in found.caveats if each.kind in _MORE_THAN_READ and each.says != same), None)
    if why is None or found.agreement is Agreement.UNDECIDED:
        return found
    either_way = why.kind in _OF_ANOTHER or not stands_alone(claim)
    return left_open(found, why) if either_way or WORDS[found.agreement] == SUPPORTED else found


def _of_assumed_unit(claim: Claim, found: Finding) -> Finding:
    """Leave a finding open that would refute a bare figure of another size, whose unit is that of a figure before it.

    "… 31 percent of exports. By 2010, 120": the second figure may count another thing. One that fits shows what is meant.
    """
    why = next((each for each in claim.notes if each.kind == UNIT_FROM_BEFORE), None)
    if why is None or WORDS[found.agreement] != CONTRADICTED or of_one_size(found):
        return found
    return left_open(found, Caveat(why.kind, why.message))


def _of_unnamed_part(found: Finding, notices: SourceNotices) -> Finding:
    """Leave open a finding on a part that nobody named: it shows its figure, and decides nothing."""
    if not notices.doubts or found.agreement is Agreement.UNDECIDED:
        return found
    why = " ".join((found.why, *(doubt.says for doubt in notices.doubts)))
    return replace(found, agreement=Agreement.UNDECIDED, why=why, slips=())


def _found(case: ComparisonCase) -> tuple[Finding, ...]:
    claim, series = case.claim, case.where.series
    reason = unmeasurable(claim)
    asked = () if reason else questions(claim, series)
    if not asked:
        reason = reason or Caveat("nothing-to-measure", "The claim gives no figure that a series could measure.")
        return (undecided(case, None, reason),)
    known = as_known(case)
    found: list[tuple[Question, Finding]] = []
    for number, question in enumerate(asked):
        part = question.part if question.part != "level" else f"level {number}"
        for each in with_candidate_periods(question, case.where, claim.said):
            found += [(each, replace(one, part=part)) for one in _answers(case, known, each)]
    explained = without_a_time(case, found, with_explanations(case, found))
    judged = of_both_compared(claim, [of_its_own_place(claim, each) for each in explained])
    return tuple({each.id: each for each in reversed(tuple(judged))}.values())[::-1]


def _answers(case: ComparisonCase, known: ComparisonCase | None, question: Question) -> Iterator[Finding]:
    """Yield the finding on today's figures, and another on those known when the claim was made, where these differ."""
    now = _answer(case, question)
    yield now
    if known is not None and (then := published_then(_answer(known, question), now)) is not None:
        yield then


def _answer(case: ComparisonCase, question: Question) -> Finding:
    """Answer one question of any kind."""
    if question.rank is not None or question.first_time:
        return rank_finding(case, question, question.rank)
    if question.compared_place is not None:
        return compared_with_place(case, question, question.compared_place)
    if question.trend is not None:
        return over_stretch(case, question, question.trend)
    return finding(case, question)
