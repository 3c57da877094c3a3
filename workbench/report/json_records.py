"""JSON records for scripts: the contract of the command line, one function per noun.

Offsets are half-open code points; amounts are decimal strings; dates are ISO. Nothing here changes without a major version.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from workbench.core.candidate import Candidate, SeenBefore
from workbench.core.claim import Change, Claim, Mention, Reading
from workbench.core.document import Attribution, Document, Span
from workbench.core.encoding.codec import plain_step
from workbench.core.errors import Problem
from workbench.core.number import plain
from workbench.core.period import Period
from workbench.core.prior_checks import CheckedElsewhere
from workbench.core.quantity import Amount, Relation, Unit
from workbench.core.score import ScorePart
from workbench.report.qualifier_records import claimed_place, place_in, qualifier_records
from workbench.report.recording_links import heard_link
from workbench.report.relation_records import relation_records
from workbench.report.safe_json import without_raw

Json = dict[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False, default=plain_step).encode
"""One encoder for all lines; `json.dumps` makes a new one at each call. A noun in a record is written as `core.codec.dump` gives it."""


def json_text(value: object, indent: int | None = None) -> str:
    r"""Write JSON, exact and readable, without characters that control a terminal.

    >>> json_text({"text": "a\x9bb"})
    '{"text": "a\\u009bb"}'
    """
    text = without_raw(_encode(value))
    return text if indent is None else msgspec.json.format(text, indent=indent)


def unit_record(unit: Unit) -> Json:
    """``{"dimension","code","per","name"}``; a rate's name is the whole unit, "case per 100,000 inhabitants"."""
    return {"dimension": unit.dimension.value, "code": unit.code, "per": unit.per, "name": str(unit)}


def amount_record(mention: Mention[Amount], text: str) -> Json:
    """Make the record of an amount and its place, with its other readings; ``high`` is null unless it is a range."""
    return {
        **place_in(mention.span, text),
        **_values(mention.value),
        "unit": unit_record(mention.value.unit),
        "alternatives": [_values(other) for other in mention.alternatives],
        "rule": mention.rule,
    }


_IN_SCRIPTS = {Relation.JUST_OVER: Relation.MORE_THAN}
"""Hedges that scripts get under an older and wider name, since the list of names is part of the contract."""


def _values(amount: Amount) -> Json:
    """Return a reading of an amount without its unit."""
    return {
        "relation": _IN_SCRIPTS.get(amount.relation, amount.relation).value,
        "low": plain(amount.low),
        "high": None if amount.high is None else plain(amount.high),
        "step": plain(amount.step),
    }


def dates(period: Period) -> list[str]:
    """``[from, to]``, the end exclusive."""
    return [period.start.isoformat(), period.end.isoformat()]


def period_record(mention: Mention[Period], text: str) -> Json:
    """Return a period with its other readings."""
    start, end = dates(mention.value)
    return {
        **place_in(mention.span, text),
        "from": start,
        "to": end,
        "frequency": mention.value.frequency.value,
        "alternatives": [dates(period) for period in mention.alternatives],
        "rule": mention.rule,
    }


def base_record(period: Period | None) -> Json | None:
    """Make the record of a change's base period, which may not be in the text."""
    if period is None:
        return None
    return {**dict(zip(("from", "to"), dates(period), strict=True)), "frequency": period.frequency.value}


def place_record(mention: Mention[str], text: str) -> Json:
    """Return a place by its code."""
    return {**place_in(mention.span, text), "code": mention.value}


def change_record(mention: Mention[Change], text: str) -> Json:
    """Return a change; its amount is an amount like any other, or null."""
    change = mention.value
    return {
        **place_in(mention.span, text),
        "direction": change.direction.value,
        "mode": change.mode.value,
        "amount": None if change.amount is None else amount_record(change.amount, text),
        "base": base_record(change.base),
        "rule": mention.rule,
    }


def attribution_record(attribution: Attribution) -> Json:
    """Make the record of who says what, as offsets."""
    speaker = attribution.speaker
    return {
        "source": _pair(attribution.source),
        "cue": _pair(attribution.cue),
        "content": [_pair(span) for span in attribution.content],
        "how": attribution.how.value,
        "speaker": None if speaker is None else {"name": speaker.name, "role": speaker.role},
    }


def problem_record(problem: Problem) -> Json:
    """Return a problem as a value."""
    return {"where": problem.where, "message": problem.message, "hint": problem.hint, "kind": problem.kind}


def part_record(part: ScorePart) -> Json:
    """Return one reason for a score."""
    return {"name": part.name, "value": round(part.value, 4), "weight": round(part.weight, 4), "because": part.because}


def claim_record(claim: Claim, text: str) -> Json:
    """Return a claim, its offsets into the text it was read from."""
    said = claim.attribution
    return {
        "id": claim.id,
        **place_in(claim.span, text),
        "kind": claim.kind.value,
        "worth": claim.worth_score,
        "worth_parts": [part_record(part) for part in claim.worth],
        "measure": claim.measure_said,
        "amounts": [amount_record(m, text) for m in claim.amounts],
        "periods": [period_record(m, text) for m in claim.periods],
        "places": [place_record(m, text) for m in claim.places],
        "changes": [change_record(m, text) for m in claim.changes],
        "period": None if claim.period is None else dates(claim.period.value),
        **claimed_place(claim.place),
        **qualifier_records(claim, text),
        **relation_records(claim, text),
        "speaker": None
        if said is None or said.speaker is None
        else {"name": said.speaker.name, "role": said.speaker.role, "how": said.how.value},
        "notes": [problem_record(problem) for problem in claim.notes],
    }


def document_record(document: Document) -> Json:
    """Return what is known of a document, without its text."""
    return {
        "path": document.origin,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "place": document.place,
        "language": document.language,
        "speakers": [{"name": s.name, "role": s.role, "organisation": s.organisation} for s in document.speakers],
        "marks": [{"start": start, "time": time} for start, time in document.marks],
    }


def heard_record(document: Document, offset: int) -> Json:
    """Make the record of the time in the recording of the words at an offset, with a link; nulls where there is none."""
    return {"heard_at": document.heard_at(offset) or None, "heard_link": heard_link(document, offset) or None}


def reading_record(key: str, reading: Reading, text: str) -> Json:
    """Make what ``extract --records`` writes for one record."""
    return {
        "id": key,
        "worth": reading.worth,
        "kind": reading.kind.value,
        "claims": [claim_record(claim, text) for claim in reading.claims],
        "amounts": [amount_record(m, text) for m in reading.amounts],
        "periods": [period_record(m, text) for m in reading.periods],
        "places": [place_record(m, text) for m in reading.places],
        "changes": [change_record(m, text) for m in reading.changes],
        "attributions": [attribution_record(a) for a in reading.attributions],
        "problems": [problem_record(p) for p in reading.problems],
    }


def candidate_record(candidate: Candidate) -> Json:
    """Return a series that may measure the claim, with the reasons."""
    parts = [part_record(part) for part in candidate.parts]
    return {
        "series": str(candidate.series.ref), "title": candidate.series.title, "score": candidate.score, "parts": parts,
        "class": candidate.usability.value, "barred": candidate.barred, "doubt": candidate.doubt,
        "probability": candidate.probability,
    }  # fmt: skip


def known_record(known: SeenBefore) -> Json:
    """Return a claim checked before."""
    return {
        "id": known.id,
        "score": round(known.score, 4),
        "differs": list(known.differs),
        "relationship": known.relationship.value,
        "because": known.because,
    }


def elsewhere_record(elsewhere: CheckedElsewhere) -> Json:
    """Make the record of a review by others; their rating is their own text, and not converted to one of ours."""
    check = elsewhere.check
    return {
        **known_record(elsewhere.known),
        "text": check.text,
        "publisher": check.publisher,
        "rating": check.rating,
        "url": check.url,
        "claimant": check.claimant,
        "said": check.said.isoformat() if check.said else None,
        "reviewed": check.reviewed.isoformat() if check.reviewed else None,
        "language": check.language,
        "found_by": check.found_by,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
