"""Reviewers' formulas at the desk: evaluated for a claim, stored with it, and offered for the next claim of its shape.

Most claims are not answered by a single series, and a calculation on paper is lost. A formula is evaluated over archived figures,
gives a finding like any other, and is stored with its author and time. An offered formula is never evaluated automatically: a verdict
rests on what somebody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.core.claim import Claim
from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError
from workbench.core.finding import Finding
from workbench.core.reviewers.saved_formula import SavedFormula, shape_of, standing_formulas
from workbench.core.series import Series, SeriesRef
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.formulas import formula_series, formula_typing
from workbench.desk.formulas.formula_offers import offers
from workbench.desk.verdicts import citations
from workbench.formula import FormulaError, parse, show
from workbench.formula.evaluation.evaluation_context import Figures
from workbench.formula.evaluation.formula_finding import judge, refused
from workbench.formula.evaluation.unit_check import check_units
from workbench.formula.language.completion import Completion, complete, word_before
from workbench.formula.language.errors import NoSuchSeriesInFormulaError
from workbench.formula.language.generalising import generalised
from workbench.formula.language.nodes import Formula
from workbench.formula.language.renaming import renamed
from workbench.formula.measures.measure import Measure
from workbench.ports import Researched, Tell, silent

_LETS = re.compile(r"\blet\s+(\w+)\s*=")
NOT_SEARCHED = "No series was searched for: the figure was worked out by a formula."


@dataclass(frozen=True, slots=True)
class WorkedFormula:
    """A formula that was evaluated for a claim.

    Attributes:
        finding: The finding about the claim.
        kept: The stored formula; None where it gave no figure, or was only tried.
        researched: The claim's research with the finding; None where nothing was stored.
    """

    finding: Finding
    kept: SavedFormula | None = None
    researched: Researched | None = None


class Formulas:
    """The reviewers' formulas over one desk."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports
        self._own: Mapping[SeriesRef, Series] = {}

    async def look_at_own(self) -> None:
        """Read the titles of the user's own files, so that their series are suggested and their units known while a formula is typed."""
        self._own = await formula_typing.own_series(self._ports)

    async def work_out(
        self,
        claim: Claim,
        text: str,
        by: str = "",
        tell: Tell = silent,
        *,
        in_hand: SeriesRef | None = None,
        try_only: bool = False,
    ) -> WorkedFormula:
        """Evaluate a formula for a claim and store it with the claim.

        Args:
            claim: The claim.
            text: The formula.
            by: Who; the configured reviewer by default.
            tell: Called with the progress of the requests.
            in_hand: The series for ``x``; the best usable candidate by default.
            try_only: Whether to store nothing.

        Raises:
            FormulaError: The text is no formula, or names a series that is not there.
            SourceError: A service did not answer.
        """
        typed = parse(text)
        series = await formula_series.found(self._ports, claim, typed, in_hand or self._in_hand(claim), tell)
        formula = renamed(typed, formula_series.full_names(series))
        finding = await self._finding(claim, formula, formula_series.by_whole_name(series), tell)
        if try_only or finding.measured is None:
            return WorkedFormula(finding)
        return self._keep(claim, formula, finding, by)

    async def _finding(self, claim: Claim, formula: Formula, series: Mapping[str, Series], tell: Tell) -> Finding:
        """Make the finding; figures of two kinds are refused before any are fetched."""
        today = self._ports.clock().date()
        try:
            check_units(formula, series)
        except NoSuchSeriesInFormulaError:
            raise
        except FormulaError as error:
            return refused(formula, claim, {name: Figures(each) for name, each in series.items()}, today, error)
        figures = await formula_series.fetched(self._ports, claim, formula, series, tell)
        return judge(formula, claim, figures, today)

    def _keep(self, claim: Claim, formula: Formula, finding: Finding, by: str) -> WorkedFormula:
        ports, at = self._ports, self._ports.clock()
        kept = SavedFormula(
            claim=claim.id,
            quote=claim.quote,
            text=show(formula),
            general=show(generalised(formula, claim, at.date())),
            shape=shape_of(claim),
            reviewer=by or ports.reviewer,
            at=at,
        )
        ports.store.keep_formula(kept)
        lying = ports.store.research(claim.id) or Researched(claim=claim.id, at=at, searched=NOT_SEARCHED)
        others = tuple(each for each in lying.findings if each.formula != finding.formula)
        researched = citations.keep(ports, replace(lying, at=at, findings=(finding, *others)))
        return WorkedFormula(finding, kept, researched)

    # --- what there is ---------------------------------------------------------------------------------

    def kept(self, claim: Claim) -> Sequence[SavedFormula]:
        """List the formulas in force for a claim, newest first."""
        return standing_formulas(self._ports.store.formulas(claim.id))

    def offered(self, claim: Claim) -> Sequence[SavedFormula]:
        """List formulas that were stored for other claims of this one's shape, the most similar first; none is evaluated automatically."""
        return offers(claim, self.standing())

    def standing(self) -> Sequence[SavedFormula]:
        """List the formulas in force, for any claim, newest first."""
        return standing_formulas(self._ports.store.formulas())

    def named(self, key: str) -> SavedFormula:
        """Find a formula in force, for any claim, by the beginning of its id.

        Raises:
            NoSuchRecordError: None begins so.
            AmbiguousRecordError: Several do.
        """
        found = [each for each in self.standing() if key and each.id.startswith(key)]
        if not found:
            raise NoSuchRecordError("formula", key)
        if len(found) > 1:
            raise AmbiguousRecordError("formula", key, [each.id for each in found])
        return found[0]

    def drop(self, key: str, by: str = "") -> SavedFormula:
        """Drop a formula: it is no longer offered, and its finding is removed from the claim's research; the history keeps both.

        Raises:
            NoSuchRecordError: None begins so.
        """
        ports, at = self._ports, self._ports.clock()
        dropped = replace(self.named(key), drops=True, reviewer=by or ports.reviewer, at=at)
        ports.store.keep_formula(dropped)
        lying = ports.store.research(dropped.claim)
        if lying is not None and any(each.formula == dropped.text for each in lying.findings):
            left = tuple(each for each in lying.findings if each.formula != dropped.text)
            citations.keep(ports, replace(lying, at=at, findings=left))
        return dropped

    # --- while it is typed -----------------------------------------------------------------------------

    def units(self, claim: Claim, text: str, in_hand: SeriesRef | None = None) -> Measure:
        """Find what the result of a formula would measure, without any request.

        Raises:
            FormulaError: The text is no formula yet, or its units do not fit.
        """
        typed = parse(text)
        series = formula_series.at_hand(self._ports, typed, in_hand or self._in_hand(claim), self._own)
        return check_units(typed, series)

    def ways_on(self, text: str) -> Sequence[Completion]:
        """List completions of a formula: functions, series of the catalogue, places and periods."""
        word, _ = word_before(text)
        return complete(text, formula_typing.offered_series(self._ports, word, self._own), _LETS.findall(text))

    def _in_hand(self, claim: Claim) -> SeriesRef | None:
        """Find the best usable candidate of the last research."""
        lying = self._ports.store.research(claim.id)
        rows = lying.candidates if lying else ()
        return next((row.candidate.series.ref for row in rows if row.candidate.usable), None)
