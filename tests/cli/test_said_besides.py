"""What a text says beside a figure that fits, and that nothing read: the figure does not bear it out, in three languages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

TABLE = """series,title,unit,place,time,value
rate,Crude marriage rate,"marriages per 1,000 inhabitants",PRT,2014,3
rate,Crude marriage rate,"marriages per 1,000 inhabitants",PRT,2013,3.1
health,Current health expenditure per capita,dollars,PRT,2014,1900
nurses,Nursing and midwifery personnel density,"cases per 1,000 population",PRT,2014,6.3
research,Research and development expenditure (% of GDP),percent,PRT,2014,1.3
jobless,Youth unemployment rate,percent,PRT,2014,34.7
"""

BESIDES = {
    "en": [
        "The marriage rate in Portugal was 3.0 per 1,000 people in 2014, the double of the registered in 1990.",
        "The marriage rate in Portugal was 3.0 per 1,000 people in 2014 and rose again in each of the four years that followed.",
        "The marriage rate in Portugal was 3.0 per 1,000 people in 2014, at the bottom of the six countries.",
        "The marriage rate in Portugal was 3.0 per 1,000 people in 2014. It eased for a third year running.",
        "Portugal had 6.3 nurses per 1,000 people in 2014. Here in Faro there were nine.",
        "Portugal had 6.3 nurses per 1,000 people in 2014. Who works at night? About 4,000 do.",
        "The marriage rate in Portugal was 3.0 per 1,000 people in 2014. Spain beat even that.",
        "Marriages per 1,000 people, 2014: Portugal 3.0, Spain 4.6, Italy 3.1.",
        "The marriage rate in Portugal was 3.0 per 1,000 people in 2014. And ours? Two point nine.",
        "Business paid for research worth 1.3 percent of our GDP in 2014.",
        "The state spent 1,900 dollars on the health of each Portuguese in 2014.",
    ],
    "de": [
        "Die Heiratsrate lag in Portugal 2014 bei 3,0 je 1.000 Einwohner, das Doppelte des Wertes von 1990.",
        "Die Heiratsrate lag in Portugal 2014 bei 3,0 je 1.000 Einwohner und stieg in jedem der vier folgenden Jahre.",
        "Die Heiratsrate lag in Portugal 2014 bei 3,0 je 1.000 Einwohner, ganz hinten unter den sechs Ländern.",
        "Die Heiratsrate lag in Portugal 2014 bei 3,0 je 1.000 Einwohner. Und bei uns? Zwei Komma neun waren es.",
        "In Portugal waren 2014 mehr als 34 Prozent der jungen Menschen arbeitslos; in Spanien war es nur jeder dritte.",
    ],
    "mk": [
        "Стапката на склучени бракови во Португалија во 2014 беше 3,0 на 1.000 жители, на дното меѓу шесте земји.",
        "Стапката на склучени бракови во Португалија во 2014 беше 3,0 на 1.000 жители, а во Шпанија само секој трет.",
    ],
}  # fmt: skip
PLAIN = {
    "en": ["The marriage rate in Portugal was 3.0 per 1,000 people in 2014.", "Portugal had 6.3 nurses per 1,000 people in 2014.", "Portugal spent 1.3 percent of its GDP on research in 2014."],
    "de": ["Die Heiratsrate lag in Portugal 2014 bei 3,0 je 1.000 Einwohner."],
    "mk": ["Стапката на склучени бракови во Португалија во 2014 беше 3,0 на 1.000 жители."],
}  # fmt: skip


def outcomes(workbench, tmp_path: Path, said: dict[str, Sequence[str]]) -> dict[str, str]:
    table = tmp_path / "own.csv"
    table.write_text(TABLE, encoding="utf-8")
    records = [
        {"id": text, "text": text, "date": "2019-10-06", "place": "PRT", "language": language}
        for language, texts in said.items()
        for text in texts
    ]
    ran = workbench("check", "--records", "--data", table, stdin="".join(json.dumps(each) + "\n" for each in records))
    return {each["id"]: each["outcome"] for each in ran.records}


def test_what_is_said_besides_leaves_it_open(workbench, tmp_path: Path):
    found = outcomes(workbench, tmp_path, BESIDES)
    assert {text: outcome for text, outcome in found.items() if outcome != "undecided"} == {}


def test_without_it_the_figure_bears_it_out(workbench, tmp_path: Path):
    found = outcomes(workbench, tmp_path, PLAIN)
    assert {text: outcome for text, outcome in found.items() if outcome != "supported"} == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("mk", "По повод Светскиот ден на здравјето: во 2014 година имаше 6,3 медицински сестри на 1.000 жители."),
        (
            "mk",
            "Како што вели Светската здравствена организација, во 2014 имаше 6,3 медицински сестри на 1.000 жители.",
        ),
        ("de", "2014 kamen auf 1.000 Frauen 50 Kinder zur Welt."),
    ],
)
def test_names_and_idioms_are_not_the_world(workbench, language: str, text: str):
    record = {"id": "1", "text": text, "date": "2019-10-06", "place": "PRT", "language": language}
    ran = workbench("extract", "--records", stdin=json.dumps(record) + "\n")
    assert {claim["place"] for each in ran.records for claim in each["claims"]} == {"PRT"}
