"""The JSON Schema files of the package: what is exported is what they say."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from workbench.core.report import Report
from workbench.plugins import EXPORTERS, Plugins
from workbench.report.reimport_records import SCHEMA


def schema(name: str) -> Draft202012Validator:
    found = json.loads((files("workbench.export") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def exported(report: Report, form: str) -> bytes:
    return Plugins(EXPORTERS)[form].export(report)


def test_a_report_is_what_its_schema_says(report: Report):
    found: Any = json.loads(exported(report, "json"))
    schema("report").validate(found)
    assert found["schema"] == SCHEMA


def test_each_line_is_what_its_schema_says(report: Report):
    for line in exported(report, "jsonl").splitlines():
        schema("line").validate(json.loads(line))


@pytest.mark.parametrize("key", ["schema", "made", "claims", "sources"])
def test_what_is_missing_is_found(report: Report, key: str):
    found = json.loads(exported(report, "json"))
    del found[key]
    with pytest.raises(ValidationError):
        schema("report").validate(found)


def test_a_figure_that_is_no_decimal_is_found(report: Report):
    found = json.loads(exported(report, "json"))
    found["claims"][0]["findings"][0]["measured"] = "1e5"
    with pytest.raises(ValidationError):
        schema("report").validate(found)
