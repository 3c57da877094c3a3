"""The seal of an exported claim stands behind the very line that any JSON writer of ours gives."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from workbench.core.report import Report
from workbench.report.json_records import json_text
from workbench.report.report_records import entry_records
from workbench.report.sealing import SEAL, is_changed, sealed_text

NASTY = (
    "plain", "\x00\x1b[31m\x7f\x9b", "\u2028\u202e\u2066\ufeff", "\ud83d alone", "\N{GRINNING FACE} ünïcode Здраво", '"\\/<script>\t\b',
    "1e-05 and 0.00001", "five-point, 3e-7",
)  # fmt: skip


@pytest.mark.parametrize("words", NASTY)
def test_a_line_is_what_the_usual_writer_gives_and_its_seal(report: Report, words: str):
    entries = tuple(
        replace(each, document=replace(each.document, title=words), searched=words, claim=replace(each.claim, measure=words))
        for each in report.entries
    )  # fmt: skip
    for _, record in entry_records(replace(report, entries=entries)):
        line = sealed_text(record)
        body, seal = line[:-1].rsplit(f', "{SEAL}": ', 1)
        assert body + "}" == json_text(record)
        read: dict[str, Any] = json.loads(line)
        assert read[SEAL] == json.loads(seal)
        assert not is_changed(read)
        assert is_changed({**read, "searched": f"{words}."})


@pytest.mark.parametrize("number", [0.1, 0.0001, 0.00009, 1e-7, 123456.75, 0.30000000000000004])
def test_numbers_are_written_as_ever(report: Report, number: float):
    for _, record in entry_records(report):
        line = sealed_text({**record, "score": number})
        assert f'"score": {json.dumps(number)}' in line
