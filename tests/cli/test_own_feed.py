"""A feed of ours that is read back: what lies on this desk was checked here; what does not is a check like any other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SAID = "# date: 2021-12-01\n# place: MKD\nThere were 91 asylum applications in 2021."


def settings(home: Path, url: str, *feeds: Path) -> Path:
    config = home / "config.toml"
    checks = json.dumps([str(feed) for feed in feeds])
    config.write_text(f'checks = {checks}\n[publisher]\nname = "Checks"\nurl = "{url}"\n')
    return config


@pytest.mark.parametrize("made", ["site", "export"])
def test_what_we_read_back_from_ourselves_is_known_as_our_own(workbench, home: Path, answers: str, made: str):
    feed = home / ("site/claimreview.json" if made == "site" else "feed.jsonld")
    config = settings(home, "https://checks.example.org")
    for name in ("first", "second"):
        (home / f"{name}.txt").write_text(SAID + (" So it was." if name == "second" else ""))
    workbench("import", home / "first.txt")
    key = workbench("claims", "--json").records[0]["id"]
    workbench("rate", key, "false", "--note", "no official figure: the office counts no such thing")
    assert workbench("publish", key, "--config", config).code == 0
    if made == "site":
        assert workbench("site", home / "site", "--config", config).code == 0
    else:
        assert workbench("export", "--format", "claimreview", "--output", feed, "--config", config).code == 0
    workbench("import", home / "second.txt")
    other = next(row["id"] for row in workbench("claims", "--json").records if row["id"] != key)

    def elsewhere(url: str) -> list[str]:
        config = settings(home, url, feed)
        [found] = workbench("research", other, "--samples", answers, "--config", config, "--json").records
        return [each["url"] for each in found["elsewhere"]]

    assert elsewhere("https://checks.example.org") == []
    assert [each["id"] for each in workbench("known", other, "--json").records[0]["ranked"]][:1] == [key]
    [theirs] = elsewhere("https://others.example.org")
    assert key in theirs
