"""Claims that an earlier version kept: their words are read when they are taken up again, and what is stored stays as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from tests.each import each
from workbench.core.claim import RELATIONS, Claim
from workbench.core.document import Document
from workbench.core.encoding.codec import decode, encode
from workbench.desk.importing.document_import import read_claims
from workbench.desk.reviewing.learned_worth import Decisions
from workbench.desk.verdicts.earlier_version_claims import fully_read
from workbench.extract import read_text
from workbench.store import open_store

SAID = [
    "Unemployment in 2021 was the lowest since 2018.",
    "Unemployment has fallen every year since 2016.",
    "Unemployment fell below 3.5 percent for the first time since 2016.",
    "Unemployment was 3.5 percent on average between 2016 and 2020.",
    "In 2021 unemployment in Germany was lower than in France.",
    "Real wages rose by 3 percent in 2021.",
    "The seasonally adjusted rate was 3.6 percent in 2021.",
    "The index stood at 104.1 in 2021 (2019 = 100).",
    "The trade deficit was 3 billion euros in 2021.",
    "Inflation rose by 2 percentage points in 2021.",
]
SLOTS = (
    "rank",
    "trends",
    "first_time",
    "comparison",
    "prices",
    "adjustment",
    "index_base",
    "relations",
    "per_person",
    "of_change",
)


def as_kept_before(claim: Claim) -> Claim:
    """Return a claim as a database of an earlier version gives it: its row knows none of the new slots."""
    row = json.loads(encode(claim))
    kept = {key: value for key, value in row.items() if key not in SLOTS}
    for _, said, *_ in (mention.values() for mention in kept.get("qualifiers", [])):
        said.pop("accounts", None)
    return decode(Claim, json.dumps(kept))


@each("speech", SAID)
def test_an_old_claim_is_read_to_the_same_slots(speech):
    claim, *_ = read_text(speech, said=date(2023, 5, 10), place="DEU", document="d").claims
    old = as_kept_before(claim)
    assert old.relations == 0 < claim.relations == RELATIONS
    assert fully_read(old) == claim


@each("speech", SAID)
def test_what_was_read_is_not_read_again(speech):
    claim, *_ = read_text(speech, said=date(2023, 5, 10), place="DEU", document="d").claims
    assert fully_read(claim) is claim
    said_nothing = replace(claim, rank=None, trends=(), comparison=None, prices=None)
    assert fully_read(said_nothing) is said_nothing


def test_the_desk_gives_an_old_claim_with_its_slots_and_leaves_the_kept_one():
    document = Document(id="d", title="t", text=SAID[0], origin="-", published=date(2023, 5, 10), place="DEU")
    (claim,) = read_claims(document).claims
    with open_store(":memory:") as store:
        store.add([(document, [as_kept_before(claim)])])
        assert Decisions(SimpleNamespace(store=store, learn=False)).claim(claim.id) == claim
        assert store.claim(claim.id).rank is None


def test_an_old_claim_goes_out_with_its_slots(workbench, tmp_path):
    """Unemployment in 2021 was the lowest since 2018."""
    document = Document(id="d", title="t", text=SAID[0], origin="-", published=date(2023, 5, 10), place="DEU")
    (tmp_path / "desk").mkdir()
    with open_store(tmp_path / "desk" / "workbench.db") as store:
        store.add([(document, [as_kept_before(claim) for claim in read_claims(document).claims])])
    (out,) = json.loads(workbench("export", "--format", "json").out)["claims"]
    assert out["claim"]["rank"]["since"] == 2018
