"""The JSON of what a claim says beside its figure: a key a relation, and each says where its words stand."""

from __future__ import annotations

from datetime import date

from tests.each import each
from workbench.extract import read_text
from workbench.report.relation_records import relation_records

KEYS = {"rank", "trends", "first_time", "comparison", "prices", "adjustment", "index_base"}
NOTHING = {key: [] if key == "trends" else None for key in KEYS}


def records(speech, language="en"):
    (claim, *_) = read_text(speech, said=date(2023, 5, 10), place="DEU", language=language, document="d").claims
    return relation_records(claim, speech)


SAID = [
    ("Unemployment was 5 percent in 2021.", {}),
    (
        "Germany had the third highest unemployment rate in the G7.",
        {
            "rank": {
                "start": 16, "end": 29, "text": "third highest", "position": 3, "up_to": False, "first": "highest", "among": "places",
                "since": None, "years": None, "region": None, "of_change": False, "peak": False,
            }
        },
    ),
    (
        "Unemployment is the lowest since 1974.",
        {
            "rank": {
                "start": 20, "end": 32, "text": "lowest since", "position": 1, "up_to": False, "first": "lowest", "among": "times",
                "since": 1974, "years": None, "region": None, "of_change": False, "peak": False,
            }
        },
    ),
    (
        "Unemployment has fallen for the third year in a row.",
        {"trends": [{"start": 32, "end": 51, "text": "third year in a row", "kind": "in a row", "count": 3, "step": "year"}]},
    ),
    (
        "Unemployment was below 4 percent for the first time since 1990.",
        {"first_time": {"start": 33, "end": 62, "text": "for the first time since 1990", "since": 1990, "years": None}},
    ),
    ("Germany has fewer strikes than France.", {"comparison": {"place": "FRA", "direction": "down", "part": False}}),
    ("Wages rose by 3 percent in real terms in 2021.", {"prices": "constant"}),
    ("The seasonally adjusted rate was 5 percent in 2021.", {"adjustment": "seasonally adjusted"}),
    ("The price index stood at 120 in 2021 (2015 = 100).", {"index_base": 2015}),
]  # fmt: skip


@each(("speech", "said"), SAID)
def test_what_is_said_has_its_key_and_the_others_are_empty(speech, said):
    assert records(speech) == NOTHING | said
