"""The same words in several speeches: a ClaimReview names each page on which they stand, and which of them was the first."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from claimreview_rules import broken
from office import claims, open_desk

from workbench.desk import Desk
from workbench.desk.importing.document_import import read_claims

MAY, JUNE, JULY = (date(2022, month, 1) for month in (5, 6, 7))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        key = claims(desk)[0]
        asyncio.run(desk.research(key))
        desk.rate(key, "true", "It did.")
        desk.publish(key)
        yield desk


def say_again(desk: Desk, key: str, day: date | None, url: str, origin: str = "") -> None:
    first = desk.ports.store.document("d0")
    document = replace(first, id=key, title=key, published=day, url=url, origin=origin or url)
    desk.ports.store.add([(document, read_claims(document).claims)])


def item(desk: Desk) -> dict[str, Any]:
    review = json.loads(desk.export_report(desk.report(), "claimreview").body)
    assert broken(review, "") == []
    found: dict[str, Any] = review["itemReviewed"]
    return found


def addresses(found: dict[str, Any]) -> list[str]:
    return [each["url"] for each in found.get("appearance", ())]


def test_every_page_is_named_and_the_earliest_is_the_first_appearance(desk: Desk):
    """There were 91 thousand asylum applications in North Macedonia in 2021."""
    say_again(desk, "later", JULY, "https://gov.example/later")
    say_again(desk, "sooner", date(2021, 12, 2), "https://gov.example/sooner")
    found = item(desk)
    assert addresses(found) == ["https://gov.example/sooner", "https://gov.example/later"]
    assert found["firstAppearance"] == {"@type": "CreativeWork", "url": "https://gov.example/sooner"}


def test_one_known_sighting_is_not_called_the_first(desk: Desk):
    assert "firstAppearance" not in item(desk)


def test_where_the_earliest_has_no_page_none_is_called_the_first(desk: Desk):
    say_again(desk, "paper", date(2021, 12, 2), "", "/home/ana/speeches/paper.txt")
    say_again(desk, "later", JULY, "https://gov.example/later")
    found = item(desk)
    assert addresses(found) == ["https://gov.example/later"]
    assert "firstAppearance" not in found
    assert "ana/speeches" not in json.dumps(found)


def test_a_speech_without_a_day_is_named_and_is_never_the_first(desk: Desk):
    say_again(desk, "undated", None, "https://gov.example/undated")
    say_again(desk, "later", JULY, "https://gov.example/later")
    assert addresses(item(desk)) == ["https://gov.example/later", "https://gov.example/undated"]


def test_two_speeches_on_one_page_are_one_appearance(desk: Desk):
    say_again(desk, "one", JUNE, "https://gov.example/page")
    say_again(desk, "two", JULY, "https://gov.example/page")
    assert addresses(item(desk)) == ["https://gov.example/page"]


def test_a_speech_that_was_hidden_is_no_appearance(desk: Desk):
    say_again(desk, "one", MAY, "https://gov.example/one")
    desk.amending.hide("one")
    assert addresses(item(desk)) == []
