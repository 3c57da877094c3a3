"""Replace every path of this machine in a report by the file's name, except in quotes of what somebody said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter, is_
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from workbench.core.attachment import Passage
from workbench.core.candidate import SeenBefore
from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim
from workbench.core.document import Document
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.hiding.local_paths import file_name, is_local, without_paths
from workbench.core.interval import Interval
from workbench.core.period import Period
from workbench.core.prior_checks import PriorCheck
from workbench.core.quantity import Unit
from workbench.core.rating import RatingScale
from workbench.core.report import Entry, Publisher, Report
from workbench.core.series import Observation, SeriesRef
from workbench.core.trace import Operand
from workbench.core.verdict import Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication.entry_paging import of_entries, only
from workbench.desk.publication.report_title import first_document

_AS_THEY_ARE = (
    Claim,
    Evidence,
    Passage,
    Observation,
    Interval,
    RatingScale,
    Publisher,
    Operand,
    Period,
    SeriesRef,
    Unit,
)
_WORDS = {Document: "text", SeenBefore: "text", PriorCheck: "text"}
"""Text fields that are left as they are, since they quote a speaker."""


def without_local_paths(ports: DeskPorts, report: Report) -> Report:
    """Replace every local path in a report by the file's name, except in quotes of what somebody said."""
    standing = of_entries(report.entries)
    own = [source.info.url for source in ports.own]
    first = first_document(ports, report.entries, standing)
    return replace(
        report,
        title=_Named([*own, first.origin] if first else own)(report.title),
        entries=only(report.entries, standing, partial(_clean_entry, own, report)),
        snapshots=CleanBodies(report.snapshots, own),
    )


def _clean_entry(own: Sequence[str], report: Report, entry: Entry) -> Entry:
    places = {entry.document.origin, *(body.url for body in report.bodies_of(entry)), *own}
    cleaned: Entry = _clean(entry, _Named(places))
    return cleaned


class CleanBodies(Mapping[str, Snapshot]):
    """Records of archived bodies, with local paths replaced by the file's name."""

    def __init__(self, bodies: Mapping[str, Snapshot], own: Sequence[str]) -> None:
        self._bodies = bodies
        self._own = own

    def __getitem__(self, key: str) -> Snapshot:
        body = self._bodies[key]
        cleaned: Snapshot = _clean(body, _Named([*self._own, body.url]))
        return cleaned

    def __iter__(self) -> Iterator[str]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)


class _Named:
    """Replaces local paths in texts by the file's name; some paths are known beforehand."""

    def __init__(self, places: Iterable[str]) -> None:
        self._known = tuple(sorted(place for place in places if is_local(place)))

    def __call__(self, words: str) -> str:
        if "/" not in words and "\\" not in words:
            return words
        return file_name(words) if words in self._known else without_paths(words, self._known)


def _clean(noun: Any, named: _Named) -> Any:
    """Clean every text in a noun; the same object where nothing changes."""
    kind = type(noun)
    if kind is str:
        return named(noun)
    if kind is Claim:  # quotes stay, in corrections of the reading too; a person's own words are cleaned
        words = _clean(noun.report_words, named)
        return noun if words is noun.report_words else replace(noun, report_words=words)
    if kind is tuple:
        new = [_clean(each, named) for each in noun]
        return noun if all(map(is_, new, noun)) else tuple(new)
    if not _fields(kind)[0]:  # type: ignore[arg-type]  # a type is hashable
        return noun
    if kind is Verdict:
        return _clean_verdict(noun, named)
    changed = dict(_changed(noun, named))
    if kind is Snapshot and is_local(noun.url):
        changed["url"] = file_name(noun.url)
    if kind is Document and is_local(noun.origin):
        changed["origin"] = file_name(noun.origin)
    return changed_copy(noun, **changed) if changed else noun


def _changed(noun: Any, named: _Named) -> Iterator[tuple[str, Any]]:
    """Yield the cleaned fields of a noun that changed; fields without words are skipped, since there are thousands."""
    kind: Any = type(noun)
    names, values = _fields(kind)
    for name, value in zip(names, values(noun), strict=True):
        of: Any = type(value)
        if of is str:
            if ("/" in value or "\\" in value) and (clean := named(value)) is not value:
                yield name, clean
        elif value and (of is tuple or of is Claim or _fields(of)[0]) and (clean := _clean(value, named)) is not value:
            yield name, clean


def _clean_verdict(verdict: Verdict, named: _Named) -> Verdict:
    """Clean the reviews of a verdict, and keep which of them are valid, although a review's id is a hash of its words."""
    clean = {review.id: _clean(review, named) for review in verdict.history}
    if all(map(is_, clean.values(), verdict.history)):
        return verdict
    return replace(
        verdict,
        history=tuple(clean.values()),
        standing=frozenset(new.id for key, new in clean.items() if key in verdict.standing),
        ratings=tuple(clean.get(review.id, review) for review in verdict.ratings),
        out=None if verdict.out is None else clean.get(verdict.out.id, verdict.out),
    )


def _may_hold_words(hint: Any) -> bool:
    """Check whether a type may contain words: numbers, days, enumerations and tuples of these do not."""
    if isinstance(hint, type) and hint is not Claim:
        return not issubclass(hint, (int, float, Decimal, date, Enum, NoneType, *_AS_THEY_ARE))
    several = get_origin(hint) in {tuple, Union, UnionType}
    return not several or any(_may_hold_words(each) for each in get_args(hint) if each is not Ellipsis)


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Find the fields of a noun that may have words to clean, with a getter; none for other values and nouns that are left as they are."""
    if not is_dataclass(kind) or issubclass(kind, _AS_THEY_ARE):
        return (), tuple
    hints = get_type_hints(kind)
    names = tuple(
        each.name for each in fields(kind) if each.name != _WORDS.get(kind) and _may_hold_words(hints[each.name])
    )
    if not names:
        return (), tuple
    get = attrgetter(*names)
    return names, get if len(names) > 1 else lambda noun: (get(noun),)
