"""Agreement of reviewers as records for scripts, as rows for a spreadsheet, and in words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.reliability.disagreements import Differing
from workbench.reliability.rated_claim import Coefficient
from workbench.reliability.reviewer_agreement import PairAgreement, RaterAgreement

COLUMNS = (
    "group", "scale", "statistic", "reviewers", "value", "low", "high", "claims", "ratings", "undefined", "no_interval",
)  # fmt: skip
"""Columns of the rows."""

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def coefficient_record(found: Coefficient) -> dict[str, Any]:
    """``{"value","low","high","claims","ratings","undefined","no_interval"}``; numbers are 0 to 1 for shares, at most 1 for coefficients."""
    return {
        "value": _number(found.value), "low": _number(found.low), "high": _number(found.high),
        "claims": found.claims, "ratings": found.ratings,
        "undefined": found.undefined.value if found.undefined else None,
        "no_interval": found.no_interval.value if found.no_interval else None,
    }  # fmt: skip


def agreement_record(group: RaterAgreement) -> dict[str, Any]:
    """Make the record of a group with all of its figures."""
    return {
        "group": group.name or None, "scale": group.scale.key, "reviewers": list(group.reviewers),
        "claims": group.claims, "unanimous": group.unanimous, "percent": coefficient_record(group.percent),
        "fleiss": {**coefficient_record(group.fleiss), "raters": group.fleiss_raters},
        "alpha_nominal": coefficient_record(group.nominal),
        "alpha_ordinal": {**coefficient_record(group.ordinal), "off_ladder": group.off_ladder},
        "pairs": [
            {"reviewers": list(pair.reviewers), "percent": coefficient_record(pair.percent),
             "cohen": coefficient_record(pair.kappa)}
            for pair in group.pairs
        ],
    }  # fmt: skip


def differing_record(each: Differing) -> dict[str, Any]:
    """``{"claim","scale","ratings","steps","differing","pairs"}``."""
    return {
        "claim": each.rated.claim, "scale": each.scale.key, "ratings": dict(each.rated.ratings), "steps": each.steps,
        "differing": each.differing, "pairs": each.pairs,
    }  # fmt: skip


def agreement_csv(groups: Sequence[RaterAgreement]) -> bytes:
    """Write the figures as CSV, one coefficient per row; a name that a spreadsheet would execute gets an apostrophe in front."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for group in groups:
        for statistic, reviewers, found in _coefficients(group):
            kept = coefficient_record(found)
            names = (_cell(group.name), group.scale.key, statistic, _cell(" · ".join(reviewers)))
            rows.writerow((*names, *("" if kept[name] is None else kept[name] for name in COLUMNS[4:])))
    return written.getvalue().encode()


def agreement_lines(group: RaterAgreement, *, pairs: bool) -> Iterator[str]:
    """Yield a group in words, one line per figure.

    Args:
        group: The group.
        pairs: Whether to add each pair of reviewers.
    """
    name = f"{group.name}: " if group.name else ""
    yield f"{name}{_count(group.claims, 'claim')} that two or more reviewers rated on “{group.scale.title}”, {group.unanimous:,} of them with one voice"
    yield f"  reviewers             {', '.join(group.reviewers)}"
    yield f"  same rating           {_words(group.percent, share=True)}"
    yield f"  Fleiss' kappa         {_words(group.fleiss)}{_of_fleiss(group)}"
    yield f"  Krippendorff's alpha  {_words(group.nominal)}  every difference alike"
    yield f"  Krippendorff's alpha  {_words(group.ordinal)}  by the order of the scale{_off(group)}"
    for pair in group.pairs if pairs else ():
        yield _pair_line(pair)


def _pair_line(pair: PairAgreement) -> str:
    names = " · ".join(pair.reviewers)
    if pair.kappa.undefined and not pair.kappa.claims:
        return f"  {names}: {pair.kappa.undefined}"
    same = _words(pair.percent, share=True)
    return f"  {names}: Cohen's kappa {_words(pair.kappa)}; same rating {same}; {_count(pair.kappa.claims, 'claim')}"


def _coefficients(group: RaterAgreement) -> Iterator[tuple[str, Sequence[str], Coefficient]]:
    yield "percent", group.reviewers, group.percent
    yield "fleiss", group.reviewers, group.fleiss
    yield "alpha_nominal", group.reviewers, group.nominal
    yield "alpha_ordinal", group.reviewers, group.ordinal
    for pair in group.pairs:
        yield "percent", pair.reviewers, pair.percent
        yield "cohen", pair.reviewers, pair.kappa


def _words(found: Coefficient, *, share: bool = False) -> str:
    if found.value is None:
        return f"undefined: {found.undefined}"
    shown = _share if share else _coefficient
    if found.low is None or found.high is None:
        return f"{shown(found.value)} (no interval: {found.no_interval})"
    return f"{shown(found.value)} ({shown(found.low)} to {shown(found.high)})"


def _share(value: Any) -> str:
    return f"{float(value) * 100:.1f} %"


def _coefficient(value: Any) -> str:
    return f"{float(value):z.3f}"


def _of_fleiss(group: RaterAgreement) -> str:
    found = group.fleiss
    return f"  {_count(found.claims, 'claim')} with {group.fleiss_raters} reviewers each"


def _off(group: RaterAgreement) -> str:
    return f", without {_count(group.off_ladder, 'rating')} off its ladder" if group.off_ladder else ""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
