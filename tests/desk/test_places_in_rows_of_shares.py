"""A place in a row of shares counts from the largest, whatever stands first in the sentence; what is only called best stays open."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2018,38
women,Proportion of seats held by women in national parliaments,% of seats,SRB,2018,34
women,Proportion of seats held by women in national parliaments,% of seats,SVN,2018,24
women,Proportion of seats held by women in national parliaments,% of seats,ALB,2018,28
cpi,Corruption Perceptions Index,score from 0 to 100,MKD,2018,37
cpi,Corruption Perceptions Index,score from 0 to 100,SRB,2018,39
"""

ABOUT = {"date": "2019-06-01", "place": "MKD"}

IN_ROW = [
    ("en", "By the share of parliamentary seats that women hold we were first in 2018, ahead of Serbia, Slovenia and Albania.", "supported"),
    ("en", "By the share of parliamentary seats that women hold we were only third in 2018, behind Serbia and Slovenia and just ahead of Albania.", "contradicted"),
    ("de", "Beim Frauenanteil im nationalen Parlament lag Nordmazedonien 2018 auf Platz eins, vor Serbien, Slowenien und Albanien.", "supported"),
    ("de", "Beim Frauenanteil im nationalen Parlament lag Serbien 2018 auf Platz zwei, hinter Nordmazedonien und vor Slowenien und Albanien.", "supported"),
    ("de", "Beim Frauenanteil im nationalen Parlament lag Nordmazedonien 2018 nur auf Platz drei, hinter Serbien und Slowenien und vor Albanien.", "contradicted"),
    ("mk", "Според уделот на жени во парламентот, Северна Македонија во 2018 година беше прва, пред Србија, Словенија и Албанија.", "supported"),
    ("mk", "По уделот на жени во парламентот Северна Македонија беше дури трета во 2018 година, зад Србија и Словенија и пред Албанија.", "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "outcome"), IN_ROW)
def test_a_place_in_a_row_of_shares_is_counted_from_the_largest(said, language, text, outcome) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == outcome, answer["why"]


NOT_SO = [
    ("en", "Serbia came out best on the Corruption Perceptions Index of 2018 when set beside North Macedonia."),
    ("en", "By the share of parliamentary seats that women hold we will be first, ahead of Serbia, Slovenia and Albania."),
    ("de", "Beim Frauenanteil im nationalen Parlament lag Nordmazedonien 2018 auf Platz zwei von unten, hinter Serbien und vor Slowenien."),
    ("de", "Beim Frauenanteil im nationalen Parlament lag Nordmazedonien 2018 nicht auf Platz eins, vor Serbien und Slowenien."),
    ("de", "Beim Frauenanteil im Stadtparlament lag Nordmazedonien 2018 auf Platz eins, vor Serbien, Slowenien und Albanien."),
    ("de", "Beim Frauenanteil im nationalen Parlament lag Nordmazedonien 2018 auf Platz eins in Europa."),
    ("mk", "Според уделот на млади жени во парламентот, Северна Македонија во 2018 година беше прва, пред Србија и Албанија."),
    ("mk", "Според уделот на жени во парламентот, Северна Македонија во 2018 година не беше прва, пред Србија и Албанија."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOT_SO)
def test_another_row_or_end_does_not_bear_it_out(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
