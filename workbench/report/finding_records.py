"""The JSON of a finding for scripts: the comparison, its arithmetic step by step, and possible explanations."""

from __future__ import annotations

from workbench.core.finding import Finding
from workbench.core.number import plain
from workbench.core.slip import Slip
from workbench.core.trace import Step
from workbench.report.json_records import Json, dates, problem_record


def finding_record(finding: Finding) -> Json:
    """Return a finding; decimal strings, unrounded, null where nothing was measured."""
    return {
        "id": finding.id,
        "series": None if finding.series is None else str(finding.series.ref),
        "title": finding.title,
        "agreement": finding.agreement.value,
        "claimed": None if finding.claimed is None else plain(finding.claimed),
        "measured": None if finding.measured is None else plain(finding.measured),
        "difference": None if finding.difference is None else plain(finding.difference),
        "unit": finding.unit,
        "why": finding.why,
        "reading": finding.reading,
        "trace": [step_record(step) for step in finding.trace.steps],
        "caveats": [{"kind": caveat.kind, "says": caveat.says} for caveat in finding.caveats],
        "notes": [problem_record(note) for note in finding.notes],
        "slips": [slip_record(slip) for slip in finding.slips],
        **_formula(finding),
    }


def _formula(finding: Finding) -> Json:
    """Make the record of the reviewer's formula and every series that it reads; empty where the machine chose the arithmetic."""
    if not finding.formula:
        return {}
    return {"formula": finding.formula, "reads": [str(read.series.ref) for read in finding.reads]}


def slip_record(slip: Slip) -> Json:
    """Make the record of a possible explanation of a wrong claim. It is no agreement."""
    return {
        "kind": slip.kind,
        "says": slip.says,
        "measured": None if slip.measured is None else plain(slip.measured),
        "chance": f"{slip.chance:.3f}",
        "series": None if slip.series is None else str(slip.series.ref),
        "place": slip.place,
        "period": None if slip.period is None else dates(slip.period),
        "base": None if slip.base is None else dates(slip.base),
        "trace": [step_record(step) for step in slip.trace.steps],
    }


def step_record(step: Step) -> Json:
    """Return one line of arithmetic."""
    return {
        "op": step.op,
        "operands": [plain(operand.value) for operand in step.operands],
        "result": plain(step.result),
        "says": step.says,
        "evidence": None
        if step.evidence is None
        else {
            "snapshot": step.evidence.snapshot,
            "pointers": list(step.evidence.pointers),
            "scale": plain(step.evidence.scale),
        },
    }
