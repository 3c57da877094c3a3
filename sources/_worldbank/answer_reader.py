"""Read World Bank answers: observations and titles from the bytes of a page.

Only these pure functions read the format of the Indicators API v2. A body is ``[{page, pages, per_page, total,
lastupdated}, [rows] | null]``; errors have status 200 with ``[{"message": [...]}]``, sometimes with a trailing
``null``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sources._text.json_body import as_int, read_amount, read_json
from sources._text.printable_text import clean
from sources._text.units_in_titles import unit_of_title
from sources._worldbank.places import own_place_of_row, place_of_row
from workbench.core.dates.period_codes import read_time
from workbench.core.errors import Problem, ServiceError, WrongAnswerError
from workbench.core.evidence import Evidence
from workbench.core.number import EXACT, step_of
from workbench.core.series import Observation, SeriesRef, Status

TITLE = "World Bank"
_FLAGS = {"E": Status.ESTIMATED, "F": Status.FORECAST, "P": Status.PROVISIONAL, "B": Status.BREAK}


@dataclass(frozen=True, slots=True)
class WorldBankPage:
    """One page of an answer.

    Attributes:
        pages: The number of pages; only correct on the first page.
        total: The number of all rows.
        updated: When the database was last changed, where the page has it.
        rows: Each row with its position in the body.
    """

    pages: int
    total: int
    updated: date | None
    rows: tuple[tuple[str, dict[str, Any]], ...]


def read_page(body: bytes) -> WorldBankPage:
    """Read a page.

    Raises:
        ServiceError: The service refused, with a success status.
        WrongAnswerError: The body has another form.
    """
    tree = read_json(TITLE, body)
    if not isinstance(tree, list) or not tree or not isinstance(tree[0], dict):
        raise WrongAnswerError(TITLE, "a page of its API", "JSON of another shape")
    head = tree[0]
    if "message" in head:
        raise ServiceError(TITLE, _said(head["message"]))
    listed = tree[1] if len(tree) > 1 else None
    if listed is not None and not isinstance(listed, list):
        raise WrongAnswerError(TITLE, "a page of its API", "JSON of another shape")
    rows = tuple((f"/1/{n}", row) for n, row in enumerate(listed or ()) if isinstance(row, dict))
    return WorldBankPage(as_int(head.get("pages")), as_int(head.get("total")), _day(head.get("lastupdated")), rows)


def tells_error(body: bytes) -> bool:
    r"""Check, by its first bytes, whether a body with a success status is an error.

    >>> tells_error(b'\xef\xbb\xbf [ {"message":[{"id":"120"}]}]'), tells_error(b'[{"page":1}, []]')
    (True, False)
    """
    start = body[:200].removeprefix(b"\xef\xbb\xbf")
    return b"".join(start.split()).startswith(b'[{"message"')


def _said(messages: object) -> str:
    rows = messages if isinstance(messages, list) else []
    return " ".join(clean(row.get("value")) for row in rows if isinstance(row, dict)) or "an error without words"


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def read_rows(ref: SeriesRef, page: WorldBankPage, snapshot: str) -> tuple[list[Observation], list[Problem]]:
    """Read the observations of a page, including aggregates; unreadable rows become Problems."""
    scale = unit_of_title(title_in(page)).scale
    found, problems = [], []
    for pointer, row in page.rows:
        try:
            read = _observation(ref, row, Evidence(snapshot, (f"{pointer}/value",), scale))
            found.append(replace(read, vintage=page.updated))
        except (ValueError, TypeError, KeyError, ArithmeticError):
            problems.append(
                Problem(TITLE, f"row {pointer} of its answer cannot be read.", "It was left out.", "bad-row")
            )
    return found, problems


def _observation(ref: SeriesRef, row: dict[str, Any], evidence: Evidence) -> Observation:
    value = read_amount(row["value"])
    place, period = place_of_row(row), read_time(str(row["date"]))
    if value is None:
        return Observation(
            ref=ref,
            place=place,
            period=period,
            value=None,
            status=Status.MISSING,
            own_place=own_place_of_row(row, place),
        )
    return Observation(
        ref=ref,
        place=place,
        period=period,
        value=scaled(value, evidence.scale),
        step=EXACT.multiply(step_of(value), evidence.scale),
        status=_FLAGS.get(str(row.get("obs_status") or "").strip().upper(), Status.FINAL),
        evidence=evidence,
        own_place=own_place_of_row(row, place),
    )


def scaled(value: Decimal, scale: Decimal) -> Decimal:
    """Multiply a figure by its series' multiplier, with exactly the digits that re-reading the evidence gives."""
    return value if scale == 1 else EXACT.multiply(value, scale)


def title_in(page: WorldBankPage) -> str:
    """Return the title of the indicator of a page of data; empty where it has no row."""
    for _, row in page.rows:
        indicator = row.get("indicator")
        if isinstance(indicator, dict):
            return clean(indicator.get("value"))
    return ""
