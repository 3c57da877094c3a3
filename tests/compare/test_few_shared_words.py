"""A series that shares few words with a claim is borne out by a figure that fits, where the claim names half of its title and no part."""

from __future__ import annotations

import json

import pytest

DATA = """series,title,unit,place,time,value
scrap,Electronic waste generated,tonnes,ESP,2018,888127
rents,Actual and imputed rents of households as a share of GDP,% of GDP,ESP,1995,6.812
rents,Actual and imputed rents of households as a share of GDP,% of GDP,ESP,2018,9.4127
plant,Installed cost of solar photovoltaics,US dollars per kilowatt,ESP,2018,1113
"""
CASES = [
    ("Spain threw away some 890,000 tonnes of electronics in 2018.", "supported"),
    ("Spain threw away some 412,000 tonnes of electronics in 2018.", "undecided"),
    ("Spain threw away some 890,000 tonnes of electronics from schools in 2018.", "undecided"),
    ("In Spain rents, paid and notional, climbed from 6.8 per cent of GDP in 1995 to 9.4 in 2018.", "supported"),
    ("In Spain rents, paid and notional, climbed from 3.1 per cent of GDP in 1995 to 9.4 in 2018.", "undecided"),
    ("A windmill was put up at a cost of 1,113 dollars per kilowatt in Spain in 2018.", "undecided"),
]


@pytest.mark.parametrize(("said", "word"), CASES)
def test_a_figure_that_fits_shows_what_few_words_leave_open(workbench, tmp_path, said: str, word: str) -> None:
    """Electronics that are thrown away are electronic waste, if the tonnes are the same; a windmill shares no more than its cost."""
    (tmp_path / "data.csv").write_text(DATA)
    record = json.dumps({"id": "a", "text": said, "date": "2019-08-24"})
    ran = workbench("check", "--records", "--data", tmp_path / "data.csv", stdin=f"{record}\n".encode())
    assert ran.code == 0, ran
    assert json.loads(ran.out)["outcome"] == word
