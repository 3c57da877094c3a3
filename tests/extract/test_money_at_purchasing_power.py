"""Money at purchasing power is no money at exchange rates: 535 PPP dollars are not the 535 dollars of a series in US dollars."""

from __future__ import annotations

import json

import pytest

from workbench.core.claim import Sort
from workbench.extract import read_text

SAID = [
    ("en", "In 2015 we spent 535 dollars a head on health, adjusted for purchasing power."),
    ("en", "In 2015 we spent 535 dollars a head on health, in purchasing power terms."),
    ("en", "In 2015 we spent 535 dollars a head on health at purchasing power parity."),
    ("en", "In 2015 we spent 535 PPP dollars a head on health."),
    ("en", "In 2015 we spent 535 international dollars a head on health."),
    ("en", "In 2015 we spent 535 dollars a head on health, adjusted for what a dollar buys here."),
    ("en", "In 2015 we spent 535 dollars a head on health, allowing for the cost of living."),
    ("de", "2015 gaben wir kaufkraftbereinigt 535 Dollar pro Kopf für die Gesundheit aus."),
    ("de", "2015 gaben wir 535 Dollar pro Kopf für die Gesundheit aus, in Kaufkraftparitäten."),
    ("de", "2015 gaben wir 535 Dollar pro Kopf für die Gesundheit aus, gemessen an der Kaufkraft."),
    ("mk", "Во 2015 година трошевме 535 долари по жител за здравство, според куповната моќ."),
    ("mk", "Во 2015 година трошевме 535 долари по жител за здравство, според паритет на куповна моќ."),
]
PLAIN = [
    ("en", "In 2015 we spent 535 dollars a head on health."),
    ("de", "2015 gaben wir 535 Dollar pro Kopf für die Gesundheit aus."),
    ("mk", "Во 2015 година трошевме 535 долари по жител за здравство."),
]


def _sorts(language: str, said: str) -> set[Sort]:
    return {mention.value.sort for claim in read_text(said, language=language).claims for mention in claim.qualifiers}


@pytest.mark.parametrize(("language", "said"), SAID)
def test_money_at_purchasing_power_is_read_so(language: str, said: str) -> None:
    assert Sort.PURCHASING_POWER in _sorts(language, said)


@pytest.mark.parametrize(
    ("language", "said"),
    [*PLAIN, ("en", "Purchasing power fell by 3 percent."), ("de", "Die Kaufkraft sank um 3 Prozent.")],
)
def test_no_other_money_and_no_purchasing_power_itself_is(language: str, said: str) -> None:
    assert Sort.PURCHASING_POWER not in _sorts(language, said)


@pytest.fixture
def outcome(workbench, tmp_path):
    def call(title: str, unit: str, language: str, text: str) -> str:
        table = tmp_path / f"{title} {unit}.csv"  # a file is read once per process
        table.write_text(f"series,title,unit,place,time,value\na,{title},{unit},MEX,2015,534.8\n")
        record = json.dumps({"id": "a", "text": text, "date": "2018-06-23", "place": "MEX", "language": language})
        ran = workbench("check", "--records", "--data", table, stdin=f"{record}\n".encode())
        assert ran.code == 0, ran
        return json.loads(ran.out)["outcome"]

    return call


def test_only_a_series_at_purchasing_power_bears_it_out(outcome) -> None:
    """All wordings beside a series in US dollars, and the plainest one beside one that says that it is at PPP."""
    title = "Current health expenditure per capita"
    assert {outcome(title, "US dollars per person", *each) for each in SAID} == {"undecided"}
    assert outcome(f"{title} (PPP)", "international dollars per person", *SAID[3]) == "supported"
    assert {outcome(title, "US dollars per person", *each) for each in PLAIN} == {"supported"}
