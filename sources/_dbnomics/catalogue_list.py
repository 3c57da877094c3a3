"""Fetch DBnomics' lists of datasets of some publishers, a thousand at a time.

A list that fails does not stop the others. Each page is an answer of its own, so that an interrupted update continues
from the archive.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from sources._dbnomics.answer_reader import NAME, TITLE, errors_of
from sources._dbnomics.providers import HOMES, LISTED, page_of
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import as_int, read_json
from sources._text.printable_text import clean
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import Problem, ServiceError, SourceError, WrongAnswerError
from workbench.core.series import Series, SeriesRef
from workbench.ports import CataloguePage, Fetch, Request

BASE = "https://api.db.nomics.world/v22/"
_PAGE = 1000
_MOST_PAGES = 30


@dataclass(frozen=True, slots=True)
class _Listed:
    series: tuple[Series, ...]
    of: int
    problems: tuple[Problem, ...]
    rows: int = 0


async def pages(fetch: Fetch) -> AsyncIterator[CataloguePage]:
    """Yield the datasets of each publisher; the last page reports whose list failed.

    Raises:
        SourceError: All lists failed.
    """
    held: CataloguePage | None = None
    failed: SourceError | None = None
    problems: list[Problem] = []
    done = 0
    for provider in LISTED:
        try:
            async for some in _datasets(fetch, provider):
                problems += [one for one in some.problems if one not in problems]
                if some.series:
                    if held:
                        yield held
                    done += len(some.series)
                    held = CataloguePage(some.series, done, None)
        except SourceError as error:
            failed = failed or error
            problems.append(error.as_problem(f"{TITLE}, {provider}", "list-missing"))
    if held:
        yield replace(held, problems=tuple(problems))
    elif failed:
        raise failed


async def _datasets(fetch: Fetch, provider: str) -> AsyncIterator[_Listed]:
    offset, of, known = 0, 1, set[SeriesRef]()
    while offset < min(of, _PAGE * _MOST_PAGES):
        params = (("limit", str(_PAGE)), ("offset", str(offset)))
        answer = await fetch(Request(f"{BASE}datasets/{quote(provider, safe='')}", params, source=NAME))
        some = read_datasets(answer.body, provider)
        fresh = tuple(one for one in some.series if one.ref not in known)
        known.update(one.ref for one in fresh)
        of, offset = some.of, offset + some.rows
        failed = (answer.problem,) if answer.problem else ()
        yield replace(some, series=fresh, problems=(*failed, *some.problems))
        if not fresh:
            return


def read_datasets(body: bytes, provider: str) -> _Listed:
    """Read a page of a publisher's datasets.

    Raises:
        ServiceError: The service refused.
        WrongAnswerError: The body is not such a page.
    """
    tree = read_json(TITLE, body)
    found = tree.get("datasets") if isinstance(tree, dict) else None
    docs = found.get("docs") if isinstance(found, dict) else None
    if said := errors_of(tree):
        raise ServiceError(TITLE, said)
    if not isinstance(docs, list) or not isinstance(found, dict):
        raise WrongAnswerError(TITLE, "a list of datasets", "JSON of another shape")
    read = [listed(doc, provider) for doc in docs]
    bad = sum(one is None for one in read)
    message = f"{bad} datasets of {provider} cannot be read."
    unread = (Problem(TITLE, message, "They were left out.", "bad-row"),) if bad else ()
    distinct = {one.ref: one for one in read if one}
    return _Listed(tuple(distinct.values()), as_int(found.get("num_found")), unread, len(docs))


def listed(doc: Any, provider: str) -> Series | None:
    """Convert a row of a list or a search to a series; None for a row without a code."""
    if not isinstance(doc, dict):
        return None
    code, name = clean(doc.get("code"), 120), clean(doc.get("name"), 300)
    if not code or "/" in code or "?" in code:
        return None
    title = name or code
    unit = unit_of_title(title).unit
    home = HOMES.get(provider)
    return Series(
        ref=SeriesRef(NAME, f"{provider}/{code}"),
        title=title,
        unit=unit,
        description=clean(doc.get("description"), 300),
        places=frozenset({home}) if home else None,
        adds=adds_of(title, unit),
        url=page_of(provider, code),
        publisher=clean(doc.get("provider_name"), 120) or provider,
        licence=f"As the terms of {clean(doc.get('provider_name'), 120) or provider} say; read through DBnomics",
    )
