"""Compares claims of records with figures of the user's own files, each of which is read once per process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from workbench.compare import (
    CONTRADICTED,
    SUPPORTED,
    Population,
    alike,
    check,
    claims_share,
    comes_near,
    decided_by_words_or_figures,
    differs,
    fits,
    is_population,
    needs_population,
    outcome,
    over_named_periods,
    plan,
    share_finding,
    stands_alone,
    unsure,
)
from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.period import Period
from workbench.core.series import Observation, Series, SeriesRef
from workbench.desk.batch.record_ranking import ListedTitles, named_as_in_files, rank
from workbench.desk.batch.text_around import TextAround
from workbench.desk.researching.own_series_matching import (
    FileFigures,
    MeasuredByFile,
    measured_by,
    own_place,
    places_of,
)
from workbench.match import (
    SentenceQueries,
    distinguishes_series,
    in_english,
    own_unmatched_words,
    part_and_whole,
    shares_only_words,
    unmatched_words,
)
from workbench.ports import Ask

if TYPE_CHECKING:
    from workbench.match.memory.series_memory import Recalled

LOOKED_AT = 12
"""Number of best titles among which one with figures for the claim's years is searched."""

_ASSUMED = frozenset({"no-period", "inherited-period", "unit-unsure"})
"""Caveats of a figure that shows nothing beyond itself: its time or its unit was assumed."""


class OwnFile(Protocol):
    """A file of figures that was read completely."""

    @property
    def series(self) -> Sequence[Series]:
        """Every series."""
        ...

    @property
    def observations(self) -> Sequence[Observation]:
        """The figures of all of them."""
        ...

    @property
    def file_problems(self) -> Sequence[Problem]:
        """What is wrong with the file as a whole."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """All its problems, row by row."""
        ...

    def answer(
        self, ask: Ask, series: Series, rows: Sequence[Observation]
    ) -> tuple[Sequence[Observation], Sequence[Problem]]:
        """Select the requested figures of one series, with the problems to report."""
        ...


ReadOwnFile = Callable[[str, str], OwnFile]
"""Reads a file of figures: its path, and the name that its series go by. Raises ReadingError."""


def read_own_files(paths: Sequence[str], read_one: ReadOwnFile) -> tuple[OwnFile, ...]:
    """Read files of figures in order; where two have the same series names, the later file gets a name of its own."""
    found: list[OwnFile] = []
    taken: set[SeriesRef] = set()
    for number, path in enumerate(paths, start=1):
        file = read_one(path, "file")
        if taken & {series.ref for series in file.series}:
            file = read_one(path, f"file-{number}")
        taken |= {series.ref for series in file.series}
        found.append(file)
    return tuple(found)


class OwnFiles:
    """The user's own files of figures, and their findings about claims."""

    def __init__(self, files: Sequence[OwnFile]) -> None:
        figures: dict[SeriesRef, list[Observation]] = {}
        for observation in (each for file in files for each in file.observations):
            figures.setdefault(observation.ref, []).append(observation)
        series = [each for file in files for each in file.series]
        self.held = FileFigures(series, figures, places_of(figures))
        self.file_problems = tuple(dict.fromkeys(problem for file in files for problem in file.file_problems))
        self._owners = {each.ref: file for file in files for each in file.series}
        self._titles = ListedTitles(series, own=True)

    def compared(
        self, claim: Claim, recalled: Recalled, around: TextAround, *, meant: SeriesRef | None = None
    ) -> list[Finding]:
        """Compare a claim with the files; no findings where none of their series measures it.

        `around` is the text that it stands in, `meant` the series for a measure that it takes from earlier words.
        """
        recalled = named_as_in_files(recalled, self.held.series) if recalled.remembered else recalled
        in_units = in_english(claim)
        measured = self._measured(in_units, recalled, around.sentences, meant)
        picked = frozenset(each.series for each in recalled.listed)
        shares = self._shares(in_units, around)
        return [*self._compared(claim, measured, around, meant=meant, picked=picked), *shares]

    def _shares(self, claim: Claim, around: TextAround) -> Sequence[Finding]:
        """Make the finding of a share from two series: the whole, and the part that the sentence names."""
        sentence = around.sentences.query_of(claim)
        pair = part_and_whole(claim, sentence, self.held.series) if claims_share(claim) else None
        if pair is None:
            return ()
        part, whole = ((each, self.held.figures.get(each.ref, [])) for each in pair)
        return (share_finding(claim, part, whole, around.said),)

    def _compared(
        self,
        claim: Claim,
        found: MeasuredByFile | None,
        around: TextAround,
        *,
        meant: SeriesRef | None,
        picked: frozenset[SeriesRef],
    ) -> list[Finding]:
        """Compare a claim with the single series that measures it; `meant` is the series for a measure taken from earlier words."""
        if found is None:
            return []
        checked = partial(self._checked, today=around.said, named=around.periods, picked=picked)
        findings, *others = (checked(each, meant=meant) for each in (found, *found.rivals))
        if found.doubt is not None and not self._is_shown(found, found.doubt, findings):
            return list(unsure(findings, found.doubt))
        rival = next((other for other in others if differs(findings, other)), None) or self._meant(
            claim, found, findings, checked
        )
        return list(findings if rival is None else unsure(findings, alike(rival)))

    def _is_shown(self, found: MeasuredByFile, doubt: str, findings: Sequence[Finding]) -> bool:
        """Check whether the figures show that a series is meant which shares few words with a claim, and no other word is left open."""
        if not any(map(fits, findings)) or outcome(findings)[0] != SUPPORTED:
            return False
        left = unmatched_words(self._at_its_place(found.claim), found.series)
        parts = (*left.kinds, *left.unread, *left.apart, *left.uncounted)
        assumed = _ASSUMED.intersection(caveat.kind for each in findings for caveat in each.caveats)
        shared = 0 if parts or assumed else shares_only_words(found.claim, found.series, doubt)
        return shared > 0 and len(left.only_in_title) <= shared

    def _meant(
        self,
        claim: Claim,
        found: MeasuredByFile,
        findings: Sequence[Finding],
        checked: Callable[[MeasuredByFile], Sequence[Finding]],
    ) -> Sequence[Finding] | None:
        """Find another series that confirms, or nearly, what this one refutes, where the claim does not say which of the two it means."""
        if outcome(findings)[0] != CONTRADICTED:
            return None
        for other in found.others:
            if not distinguishes_series(found.claim, found.series, other.series, as_said=claim):
                said = checked(self._answered(other))
                if (outcome(said)[0] == SUPPORTED and any(map(fits, said))) or comes_near(said):
                    return said
        return None

    def _checked(
        self,
        found: MeasuredByFile,
        *,
        today: date,
        named: Sequence[Period],
        picked: frozenset[SeriesRef],
        meant: SeriesRef | None = None,
    ) -> Sequence[Finding]:
        """Compare with one series; for one that a person picked for such words, unmatched words raise no doubt."""
        claim = self._at_its_place(found.claim)
        sure = found.series.ref == meant and not _since_assumed(claim)
        left = (own_unmatched_words if sure else unmatched_words)(claim, found.series)
        unread, apart = ((), ()) if found.series.ref in picked else (left.unread, left.apart)
        alone = stands_alone(found.claim) or (sure and claim.change is not None)  # series and ends are known then
        return decided_by_words_or_figures(
            self._judged(found, today, named),
            left.unanswered,
            left.only_in_title,
            left.uncounted,
            kinds=left.kinds,
            unread=unread,
            apart=apart,
            put=left.put,
            alone=alone,
        )

    def _judged(self, found: MeasuredByFile, today: date, named: Sequence[Period]) -> Sequence[Finding]:
        """Compare with the figures of one series, for every period that the text names where the claim is of several."""
        people = self._population(found.claim) if needs_population(found.claim, found.series) else None
        judged = partial(check, today=today, notices=found.notices, population=people)
        every = self.held.figures.get(found.series.ref, [])
        findings = judged(found.claim, found.series, found.rows)
        return over_named_periods(found.claim, findings, named, lambda other: judged(other, found.series, every))

    def _at_its_place(self, claim: Claim) -> Claim:
        """Set a claim's place to one that only the files know: its name then is no word of the measure."""
        place = own_place(claim, self.held.names)
        return claim if place is None else replace(claim, place=place)

    def _population(self, claim: Claim) -> Population | None:
        """Find the population of the claim's place: the first of the files' series with figures for its period, else for any."""
        found = []
        for series in filter(is_population, self.held.series):
            rows = [row for row in self.held.figures.get(series.ref, ()) if row.place == claim.place]
            covers = claim.period is None or any(row.period.overlaps(claim.period.value) for row in rows)
            found += [(not covers, Population(series, rows))] if rows else []
        return min(found, key=lambda each: each[0])[1] if found else None

    def _measured(
        self, claim: Claim, recalled: Recalled, sentences: SentenceQueries, meant: SeriesRef | None
    ) -> MeasuredByFile | None:
        return measured_by(
            claim,
            self.held,
            sentences.query_of,
            lambda query: rank(self._titles, query, LOOKED_AT, recalled),
            answered=self._answered,
            meant=meant,
        )

    def _answered(self, found: MeasuredByFile) -> MeasuredByFile:
        """Select the figures of a series that a claim needs, with the problems of their file."""
        file = self._owners[found.series.ref]
        rows, notices = file.answer(plan(found.claim, found.series), found.series, found.rows)
        return replace(found, rows=rows, notices=notices)


def _since_assumed(claim: Claim) -> bool:
    """Check whether it does not say since when something changed, so that the base is assumed."""
    return claim.change is not None and claim.change.value.base is None
