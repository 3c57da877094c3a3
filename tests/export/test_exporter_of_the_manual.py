"""The exporter and the scale that the manual shows are whole: each is taken from there and used."""

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from workbench.report.verdict_words import draft_words, verdict_words
from workbench.scales.scale_files import read_scale

MANUAL = Path(__file__).resolve().parents[2] / "workbench" / "manual"


def test_the_exporter_writes_what_it_says(report):
    shown = re.search(r"```python\n(\"\"\"Org mode.*?)```", (MANUAL / "reports.md").read_text("utf-8"), re.DOTALL)
    assert shown
    made = ModuleType("org")
    exec(compile(shown[1], "reports.md", "exec"), made.__dict__)  # noqa: S102  (our own manual)
    written = made.EXPORTER.export(report).decode("utf-8")
    assert written == made.EXPORTER.export(report).decode("utf-8")
    assert written.startswith("#+title: ")
    assert written.count("\n* ") == len(list(report.entries))
    drafts = replace(report, drafts=True)
    assert draft_words(drafts)
    written = made.EXPORTER.export(drafts).decode("utf-8")
    assert all(words in written for words in (draft_words(drafts), *(verdict_words(e, drafts) for e in drafts.entries)))


def test_the_scale_is_one():
    shown = re.search(r"```toml\n(title = .*?)```", (MANUAL / "configuration.md").read_text("utf-8"), re.DOTALL)
    assert shown
    assert [rating.label for rating in read_scale("traffic-light", shown[1]).ratings] == ["Green", "Grey"]
