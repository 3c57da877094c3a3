"""The series of a formula: finds them in the catalogue or the user's own files, and fetches the figures."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import replace

from workbench.compare.alignment.country_groups import group
from workbench.compare.judging.source_notices import of_named
from workbench.core.claim import Claim
from workbench.core.errors import NoSuchRecordError, SourceError
from workbench.core.series import Series, SeriesRef
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.researching.research import one_series
from workbench.desk.series_references import own_ref
from workbench.desk.services.fetch_and_compare import source_of, whole
from workbench.desk.services.repeated_request import asked
from workbench.formula.evaluation.evaluation_context import Figures
from workbench.formula.evaluation.needed_figures import Need, needs
from workbench.formula.language.errors import At, NoSuchSeriesInFormulaError, NothingInHandError, nearest
from workbench.formula.language.nodes import Formula, NameNode
from workbench.formula.language.printer import written
from workbench.formula.language.short_names import short_form, short_names, whole_name
from workbench.formula.language.walking import IN_HAND, names
from workbench.ports import Ask, Progress, Tell, silent

_WORD = re.compile(r"\w+")
_NEAR = 5


async def found(
    ports: DeskPorts, claim: Claim, formula: Formula, in_hand: SeriesRef | None, tell: Tell = silent
) -> Mapping[str, Series]:
    """Find the series of a formula, by their names in it.

    Args:
        ports: The parts of the desk.
        claim: The claim.
        formula: The formula as typed.
        in_hand: The series for ``x``; None where there is none.
        tell: Called with the progress.

    Raises:
        NoSuchSeriesError: No series has a name; the message gives the nearest.
    """
    return {each.written: await _one(ports, claim, each, in_hand, tell) for each in names(formula)}


def at_hand(
    ports: DeskPorts, formula: Formula, in_hand: SeriesRef | None, own: Mapping[SeriesRef, Series]
) -> Mapping[str, Series]:
    """Find the series of a formula in the catalogue only, without any request: for a formula that is being typed.

    Raises:
        NoSuchSeriesError: A name that the catalogue does not have.
    """
    return {each.written: _listed(ports, each, in_hand, own) for each in names(formula)}


def _listed(ports: DeskPorts, name: NameNode, in_hand: SeriesRef | None, own: Mapping[SeriesRef, Series]) -> Series:
    ref = own_ref(ports, _ref(ports, name, in_hand))
    series = own.get(ref) or _in_catalogue(ports, ref)
    if series is None and any(each.info.name == ref.source for each in ports.own):
        return Series(ref=ref, title=ref.key)  # the user's own file is read when the formula is evaluated
    if series is None:
        raise NoSuchSeriesInFormulaError(_shown(name), suggestion(ports, ref), name.at)
    return series


def _in_catalogue(ports: DeskPorts, ref: SeriesRef) -> Series | None:
    for each in (ref, SeriesRef(ref.source, ref.key.upper()), SeriesRef(ref.source, ref.key.lower())):
        if (series := ports.catalogue.get(each)) is not None:
            return series
    series = ports.catalogue.get(SeriesRef(ref.source, ref.key.partition("?")[0]))
    return replace(series, ref=ref) if series is not None else None


async def _one(ports: DeskPorts, claim: Claim, name: NameNode, in_hand: SeriesRef | None, tell: Tell) -> Series:
    ref = own_ref(ports, _ref(ports, name, in_hand))
    series = _in_catalogue(ports, ref)
    if series is not None:
        return series
    try:
        return await one_series(ports, claim, ref, tell)
    except NoSuchRecordError as error:
        raise NoSuchSeriesInFormulaError(_shown(name), suggestion(ports, ref), name.at) from error


def _ref(ports: DeskPorts, name: NameNode, in_hand: SeriesRef | None) -> SeriesRef:
    """Resolve a name: to the selected series, or a short name to the full one."""
    if not name.source:
        if name.key == IN_HAND and in_hand is not None:
            return in_hand
        raise _nothing_in_hand(name)
    meant = whole_name(name)
    sources = [*ports.sources, *(own.info.name for own in ports.own)]
    if meant.source not in sources:
        near = nearest(name.source, [*sources, *short_names()["sources"]])
        hint = f"{near}.{name.key}" if near else ""
        raise NoSuchSeriesInFormulaError(_shown(name), hint, At(name.at.start, name.at.start + len(name.source)))
    return SeriesRef(meant.source, meant.key)


def _nothing_in_hand(name: NameNode) -> NoSuchSeriesInFormulaError:
    return NothingInHandError(name.at) if name.key == IN_HAND else NoSuchSeriesInFormulaError(name.key, at=name.at)


def suggestion(ports: DeskPorts, ref: SeriesRef) -> str:
    """Suggest the series that may have been meant, in a formula's spelling; empty where none is near."""
    table = short_names().get(ref.source, {})
    if near := nearest(ref.key, table):
        return short_form(SeriesRef(ref.source, table[near]))
    words = " ".join(_WORD.findall(ref.key))
    listed = ports.catalogue.search(words, _NEAR, sources=(ref.source,)) if words else ()
    keys = {each.ref.key: each.ref for each in listed}
    chosen = nearest(ref.key, keys) or next(iter(keys), "")
    return short_form(keys[chosen]) or written(NameNode(ref.source, chosen)) if chosen else ""


def _shown(name: NameNode) -> str:
    return written(name)


# --- their figures -------------------------------------------------------------------------------------


async def fetched(
    ports: DeskPorts, claim: Claim, formula: Formula, series: Mapping[str, Series], tell: Tell = silent
) -> Mapping[str, Figures]:
    """Fetch the figures that a formula reads, by the full names of its series; sources are asked in parallel.

    Raises:
        SourceError: One of them did not answer; nothing is computed from the others alone.
    """
    wanted = needs(formula, claim, ports.clock().date())
    answers = await asyncio.gather(*(_ask(ports, claim, each, wanted[name], tell) for name, each in series.items()))
    return dict(zip(series, answers, strict=True))


async def _ask(ports: DeskPorts, claim: Claim, series: Series, need: Need, tell: Tell) -> Figures:
    source = source_of(ports, series.ref)
    where = source.info.title
    tell(Progress(where, says=series.title))
    words = frozenset(_WORD.findall(claim.measure.lower()))
    ask = Ask(series.ref, _with_members(need, series), need.first, need.last, frequency=need.frequency, words=words)
    try:
        answer = await asked(lambda fetch: source.observations(fetch, ask), ports.fetch)
    except SourceError as error:
        tell(Progress(where, state="failed", says=error.message))
        raise
    tell(Progress(where, done=1, of=1, state="done", says=series.title))
    return Figures(whole(answer.series, series), answer.observations, of_named(answer.problems))


def _with_members(need: Need, series: Series) -> tuple[str, ...]:
    """List the places to fetch; for a group without a figure in the series its members too, to compute it from theirs."""
    known = series.places or frozenset()
    alone = [whole for place in need.places if (whole := group(place)) and known and place not in known]
    members = {code for whole in alone for year in (need.first, need.last) for code in whole.members_in(year)}
    return (*need.places, *sorted(members & known - {*need.places}))


def full_names(series: Mapping[str, Series]) -> Mapping[str, NameNode]:
    """Map the names of a formula to the full names of their series."""
    return {name: NameNode(each.ref.source, each.ref.key) for name, each in series.items()}


def by_whole_name(series: Mapping[str, Series]) -> Mapping[str, Series]:
    """Map the series by their full names."""
    return {str(each.ref): each for each in series.values()}
