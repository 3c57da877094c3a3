"""Corrections of readings: added one by one, never changed. The last one of a claim holds its current reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, Select, bindparam, case, cast, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from workbench.core.claim import Claim
from workbench.core.corrections.correction import Correction, Slot
from workbench.core.failures.review_errors import ChangedMeanwhileError
from workbench.store.append_only_rows import common_values, insert_noted, is_new, lock_claim
from workbench.store.row_conversion import claim_values
from workbench.store.tables import ClaimTable, CorrectionTable
from workbench.store.unreadable_rows import SkippedRows

LISTED = ("kind", "place", "speaker", "said")
"""Columns that a list of claims takes from the last correction of a claim."""

_AT_ONCE = 500


def add(connection: Connection, correction: Correction, follows: str | None = None) -> None:
    """Add a correction to an existing claim, unless it was added before.

    Args:
        connection: The connection, in a transaction.
        correction: The correction.
        follows: The id of the claim's last correction when this one was made, empty for none; None skips that check.

    Raises:
        NoSuchRecordError: The claim is not there.
        TakenBackError: It takes back what was taken back before.
        ChangedMeanwhileError: The claim was corrected after `follows`.
    """
    lock_claim(connection, correction.claim)
    before = of_claim(connection, correction.claim, SkippedRows())
    if not is_new(correction, before):
        return
    last = before[-1] if before else None
    if follows is not None and last is not None and last.id != follows:
        raise ChangedMeanwhileError("claim", correction.claim, last.reviewer)
    insert_noted(connection, CorrectionTable, _values(correction), correction.claim)


def of_claim(connection: Connection, claim: str, skipped: SkippedRows) -> Sequence[Correction]:
    """Read the corrections of a claim, oldest first."""
    query = select(col(CorrectionTable.id), col(CorrectionTable.noun)).where(col(CorrectionTable.claim) == claim)
    return skipped.nouns("correction", Correction, connection.execute(query.order_by(col(CorrectionTable.number))))


def newest(connection: Connection, limit: int, skipped: SkippedRows) -> Sequence[Correction]:
    """Read the corrections of all claims, newest first, without those that came with a document's data."""
    typed = col(CorrectionTable.slot) != Slot.DOCUMENT.value
    query = select(col(CorrectionTable.id), col(CorrectionTable.noun)).where(typed)
    query = query.order_by(col(CorrectionTable.number).desc())
    return skipped.nouns("correction", Correction, connection.execute(query.limit(limit)))


def as_read_now(connection: Connection, claims: Sequence[Claim], skipped: SkippedRows) -> Sequence[Claim]:
    """Replace claims as first read by their current readings."""
    corrected = _readings(connection, [claim.id for claim in claims], skipped)
    return [corrected.get(claim.id, claim) for claim in claims] if corrected else claims


def _readings(connection: Connection, claims: Sequence[str], skipped: SkippedRows) -> dict[str, Claim]:
    """Return the current readings of the corrected claims among some, by their ids."""
    found: dict[str, Claim] = {}
    for start in range(0, len(claims), _AT_ONCE):
        some = {"claims": list(claims[start : start + _AT_ONCE])}
        read = skipped.nouns("correction", Correction, connection.execute(_last_of_some("id", "noun"), some))
        found.update((each.claim, each.reading) for each in read)
    return found


def listed(connection: Connection, claims: Iterable[str]) -> Mapping[str, Mapping[str, Any]]:
    """Return the columns that lists show for the corrected claims among some, by their ids."""
    keys, found = list(claims), {}
    for start in range(0, len(keys), _AT_ONCE):
        some = {"claims": keys[start : start + _AT_ONCE]}
        for row in connection.execute(_last_of_some("claim", *LISTED), some).mappings():
            found[row["claim"]] = {name: row[name] for name in LISTED if name != "said" or row[name] is not None}
    return found


def edited(connection: Connection, slot: str = "") -> Select[Any]:
    """Select the claims that have a correction not taken back, of one slot or of any."""
    back = aliased(CorrectionTable)
    gone = (col(back.claim) == col(CorrectionTable.claim)) & (_undoes(connection, back) == col(CorrectionTable.id))
    stands = _undoes(connection, CorrectionTable).is_(None) & ~select(col(back.number)).where(gone).exists()
    found = select(col(CorrectionTable.claim)).where(stands)
    return found.where(col(CorrectionTable.slot) == slot) if slot else found


def _undoes(connection: Connection, of: Any) -> ColumnElement[Any]:
    """Return SQL that reads from a noun which correction it takes back.

    NULL where none, or where the noun is damaged.
    """
    if connection.dialect.name == "sqlite":
        return case((func.json_valid(col(of.noun)) == 1, func.json_extract(col(of.noun), "$.undoes")))
    taken: ColumnElement[Any] = cast(col(of.noun), JSON)["undoes"].as_string()
    return taken


def with_value(connection: Connection, name: str, passes: Callable[[Any], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Return the condition that a column of a claim's current reading passes a test.

    Args:
        connection: One that reads.
        name: The column, one of `LISTED`.
        passes: Makes the condition for a given column.
    """
    if not _some_differ(connection, name):
        return passes(col(getattr(ClaimTable, name)))
    corrected = select(col(CorrectionTable.claim))
    as_corrected = corrected.where(passes(col(getattr(CorrectionTable, name))), _is_last())
    as_read = passes(col(getattr(ClaimTable, name))) & col(ClaimTable.id).not_in(corrected)
    return as_read | col(ClaimTable.id).in_(as_corrected)


def _some_differ(connection: Connection, name: str) -> bool:
    """Check whether a column of any claim was ever corrected.

    Where none was, `with_value` can use the column's index.
    """
    differs = col(getattr(CorrectionTable, name)).is_distinct_from(col(getattr(ClaimTable, name)))
    query = select(col(CorrectionTable.number)).join(ClaimTable, col(ClaimTable.id) == col(CorrectionTable.claim))
    return connection.execute(query.where(differs).limit(1)).scalar() is not None


@cache  # building the statement takes longer than running it
def _last_of_some(*names: str) -> Select[Any]:
    """Select columns of the last correction of each of the claims in the parameter ``claims``."""
    columns = [col(getattr(CorrectionTable, name)) for name in names]
    return select(*columns).where(_is_last(), col(CorrectionTable.claim).in_(bindparam("claims", expanding=True)))


@cache
def _is_last() -> ColumnElement[bool]:
    """Return the condition that a correction is the last of its claim."""
    newer = aliased(CorrectionTable)
    same = col(newer.claim) == col(CorrectionTable.claim)
    return ~select(col(newer.number)).where(same, col(newer.number) > col(CorrectionTable.number)).exists()


def _values(correction: Correction) -> dict[str, Any]:
    row = claim_values(correction.reading)
    listed_now = {name: row[name] for name in LISTED}
    return {**common_values(correction), "claim": correction.claim, "slot": correction.slot.value, **listed_now}
