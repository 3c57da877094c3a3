"""Lines of the candidates pane: series that may measure the claim, why, and the progress of research."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.core.candidate import Candidate, Usability
from workbench.core.errors import Problem
from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.core.score import MEMORY_PART
from workbench.core.series import SeriesRef
from workbench.formula.language.short_names import short_text
from workbench.ports import CandidateRow, Progress, Researched
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.line import BLANK, Line, line, say

PARTS = 24
"""Column at which the reason of a part of the score begins."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A line, the position of its candidate in the list (from 0), and the indent of its wrapped lines."""

    line: Line
    owner: int
    hang: int = 9


def counts(rows: Sequence[CandidateRow]) -> str:
    """Count candidates: ``2 usable · 4 unsure · 3 excluded``.

    Zeros are left out, except of usable and excluded ones.
    """
    have = Counter(row.candidate.usability for row in rows)
    unsure = f"{have[Usability.WEAK]} unsure · " if have[Usability.WEAK] else ""
    return f"{have[Usability.USABLE]} usable · {unsure}{have[Usability.EXCLUDED]} excluded"


def candidate_lines(
    rows: Sequence[CandidateRow], cursor: int, unfolded: Collection[SeriesRef], sources: Mapping[str, str]
) -> Iterator[Owned]:
    """Yield the lines of the list; unfolded candidates show the parts of their scores.

    Args:
        rows: The candidates as ranked: usable ones by score, then unsure ones, then excluded ones.
        cursor: The position of the selected one.
        unfolded: Those that show the parts of their scores.
        sources: The printed name of each source; a missing one is shown by its id.
    """
    usable = 0
    for n, row in enumerate(rows):
        usable += row.candidate.usable
        yield Owned(_row(row, usable, sources, here=n == cursor), n)
        if row.candidate.series.ref in unfolded:
            yield from (Owned(part, n, PARTS) for part in _parts(row))


def _row(row: CandidateRow, number: int, sources: Mapping[str, str], *, here: bool) -> Line:
    candidate, series = row.candidate, row.candidate.series
    source = sources.get(series.ref.source, series.ref.source)
    sign = say("▸" if here else " ", "sign")
    if candidate.barred is not None:
        return line(sign, say("x      ", "bad"), series.title, say(f" ({source})", "dim"), f" — {candidate.barred}")
    unsure = f" — not sure: {candidate.doubt}" if candidate.doubt else ""
    too_long = f" — {candidate.coarse}" if candidate.coarse and not unsure else ""
    place = f"{number} " if candidate.usable else "? "
    figures = say(" ●" if row.finding else "", "sign")
    before = say(f" · {words}" if (words := remembered(candidate)) else "", "head")
    often = f", {series.frequency.value}ly" if series.frequency and series.frequency.months else ""
    if often[2:] in series.title.casefold():  # the title shows it
        often = ""
    seen_often = say(f"{often} ({source})", "dim")
    failed = say(f" ! no figures: {row.failed}" if row.failed else "", "caveat")
    score = say(f"{candidate.score:.2f} ", "figure")
    return line(sign, place, score, series.title, seen_often, figures, before, unsure, too_long, failed)


def remembered(candidate: Candidate) -> str:
    """Return in two words what the memory of choices says about a candidate; empty where it says nothing."""
    part = next((part for part in candidate.parts if part.name == MEMORY_PART), None)
    if part is None:
        return ""
    from workbench.match.memory.series_memory import NEUTRAL, spoken_of  # noqa: PLC0415  (loads all of matching; few have the part)

    if not spoken_of(candidate):
        return ""
    return "picked" if part.value > NEUTRAL else "excluded before" if part.value < NEUTRAL else "disputed"


def _parts(row: CandidateRow) -> Iterator[Line]:
    for part in row.candidate.parts:
        share = f"{part.share:.2f}".removeprefix("0") + " of " + f"{part.weight:.2f}".removeprefix("0")
        yield line("    ", say(f"{part.name:<8}", "dim"), f"{share}  ", say(part.because, "dim"))
    series = row.candidate.series
    unit = str(series.unit) or "unit not said"
    yield line("    ", say("series  ", "dim"), f"{series.ref}  ", say(unit, "dim"))
    if series.description:
        yield line("    ", say("counts  ", "dim"), say(series.description, "dim"))
    if row.candidate.barred is None and row.finding is None:
        again = " again" if row.failed else ""
        yield line(
            "    ",
            say(f"{key_name('candidates.unfold')} or {key_name('bench.examine')} asks for its figures{again}", "dim"),
        )


def failures(researched: Researched, asked: SeriesRef | None) -> str:
    """Return the message about figures that research could not fetch; empty where it fetched all.

    Args:
        researched: The result of the research.
        asked: The one series that was requested; None where the whole claim was researched.
    """
    rows = researched.candidates
    if asked is not None:
        return next(
            (f"No figures: {row.failed}" for row in rows if row.candidate.series.ref == asked and row.failed), ""
        )
    failed = [problem for problem in researched.problems if problem.kind == "source-failed"]
    if not failed:
        return ""
    found = f"{sum(row.finding is not None for row in rows)} series with figures"
    why = (f"{problem.where} gave none: {problem.message}" for problem in dict.fromkeys(failed))
    return f"{found}; {' '.join(why)} {key_name('bench.research-again')} asks again."


def offered_lines(offered: Sequence[SavedFormula]) -> Iterator[Line]:
    """Yield saved formulas of similar claims, the most similar first, each with its key, author and date."""
    for n, each in enumerate(offered):
        key = say(f"{key_name('bench.formula')} ", "head") if n == 0 else say("· ", "sign")
        by = say(f"  formula of {each.reviewer}, {each.at:%Y-%m-%d}", "dim")
        yield line(key, short_text(each.general), by)


def progress_lines(seen_often: Sequence[Progress]) -> Iterator[Line]:
    """Yield a line for each source: the number of its answers so far, or why it failed."""
    by_source: dict[str, list[Progress]] = {}
    for progress in seen_often:
        by_source.setdefault(progress.what, []).append(progress)
    for source, heard in by_source.items():
        failed = [progress for progress in heard if progress.state == "failed"]
        asked = sum(progress.state == "running" for progress in heard)
        done = sum(progress.state == "done" for progress in heard)
        if failed:
            again = say(f" {key_name('bench.research')} to try again", "dim")
            yield line(say("x ", "bad"), say(source, "head"), f" failed: {failed[-1].says}", again)
        elif done < asked:
            yield line(say("… ", "sign"), say(source, "head"), f" … {done} of {asked}")
        else:
            yield line(say("✓ ", "good"), say(source, "head"), say(f" {done} of {max(asked, done)} answered", "dim"))


def problem_lines(problems: Sequence[Problem]) -> Iterator[Line]:
    """Yield each problem, with advice."""
    for problem in problems:
        yield line(say("! ", "caveat"), say(problem.where, "head"), f": {problem.message} ", say(problem.hint, "dim"))


def invitation(searched: str, *, looked: bool, live: bool) -> Iterator[Line]:
    """Yield the text shown without candidates: the outcome of the search, or the key to press."""
    if looked:
        yield line(searched or "No official series found. This says nothing about whether the claim is true.")
    else:
        where = "asks the statistics services" if live else "asks the stored answers"
        yield line(
            say("Not researched yet. ", "dim"), say(key_name("bench.research"), "head"), say(f" {where}.", "dim")
        )
    yield BLANK
