"""What holds no words of ours is not looked through for paths: a finding may carry thousands of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.core.errors import Problem
from workbench.core.hiding.local_paths import without_paths
from workbench.core.report import Report
from workbench.desk.publication import local_paths_in_reports, redaction
from workbench.plugins import EXPORTERS, Plugins
from workbench.report import safe_json

PATH = "/home/ana/figures/table.csv"


def _cleaned(report: Report, monkeypatch: pytest.MonkeyPatch) -> Sequence[Any]:
    """Return what is gone into while the first claim of a report is cleaned."""
    seen: list[Any] = []
    clean = local_paths_in_reports._clean

    def noting(noun: Any, named: Any) -> Any:
        seen.append(noun)
        return clean(noun, named)

    monkeypatch.setattr(local_paths_in_reports, "_clean", noting)
    going = redaction.outgoing(SimpleNamespace(own=(), store=None), report, Plugins(EXPORTERS)["json"])  # type: ignore[arg-type]
    assert len(list(going.report.entries)) == 1
    return seen


def test_figures_and_what_is_empty_are_not_gone_into(report: Report, monkeypatch: pytest.MonkeyPatch):
    entry = next(each for each in report.entries if each.findings and each.findings[0].observations)
    finding = entry.findings[0]
    one = replace(report, entries=(replace(entry, findings=(replace(finding, slips=(), notes=()),)),))
    seen = _cleaned(one, monkeypatch)
    assert not any(each is finding.observations or each == () for each in seen)
    assert any(each is finding.caveats for each in seen) == bool(finding.caveats)


def test_words_in_a_tuple_beside_the_figures_are_cleaned(report: Report, monkeypatch: pytest.MonkeyPatch):
    entry = next(each for each in report.entries if each.findings)
    told = replace(entry.findings[0], notes=(Problem("table", f"It stands in {PATH}.", ""),))
    one = replace(report, entries=(replace(entry, findings=(told,)),))
    desk: Any = SimpleNamespace(own=(), store=None)
    going = redaction.outgoing(desk, one, Plugins(EXPORTERS)["json"])
    assert going.report.entries[0].findings[0].notes[0].message == without_paths(f"It stands in {PATH}.")
    assert PATH not in repr(going.report.entries[0])


def test_every_sign_of_json_is_escaped_or_left_as_by_itself():
    """Signs are looked at together, and each comes out as it does alone among letters of another script."""
    for code in (*range(0x20, 0x500), *range(0x2000, 0x2100), 0xD800, 0xDFFF, 0xFEFF, 0xFFFD, 0x1F600):
        alone = safe_json.without_raw(f"{chr(code)}")
        kept = code not in {0x7F, 0x061C, 0x200E, 0x200F, 0xFEFF, 0xD800, 0xDFFF} and not 0x80 <= code <= 0x9F
        kept = kept and not 0x2028 <= code <= 0x202E and not 0x2066 <= code <= 0x2069
        assert (alone == chr(code)) is kept, hex(code)
        assert safe_json.without_raw(f"aж{chr(code)}ж") == f"aж{alone}ж"
