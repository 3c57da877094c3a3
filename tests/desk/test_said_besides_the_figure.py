"""What a text states besides its figure, by words that name no figure, must hold too; what it includes must be measured."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
deaths,Deaths and missing persons in disasters,persons,IDN,2006,7301
deaths,Deaths and missing persons in disasters,persons,IDN,2017,900
deaths,Deaths and missing persons in disasters,persons,IDN,2018,4814
making,Manufacturing value added as a proportion of GDP,% of GDP,IDN,2018,19.9
rents,Rents of households as a share of GDP,% of GDP,IDN,2010,10.0
rents,Rents of households as a share of GDP,% of GDP,IDN,2018,11.7
"""

ABOUT = {"date": "2019-02-12", "place": "IDN"}

NO_YEAR = [
    ("en", "4,814 people died in disasters in 2018. Not a single year since 2005 was as deadly."),
    ("en", "4,814 people died in disasters in 2018. No other year since 2005 brought more deaths."),
    ("de", "2018 starben 4.814 Menschen bei Katastrophen. Kein einziges Jahr seit 2005 war so tödlich."),
    ("mk", "Во 2018 година во катастрофи загинаа 4.814 луѓе. Ниту една година од 2005 не беше толку смртоносна."),
    ("mk", "Во 2018 година во катастрофи загинаа 4.814 луѓе, што е најмногу откако државата е самостојна."),
]


@pytest.mark.parametrize(("language", "text"), NO_YEAR)
def test_a_record_told_by_no_other_year_is_not_passed_over(said, language: str, text: str) -> None:
    assert said(text, language=language)["outcome"] != "supported"


@pytest.mark.parametrize(
    ("language", "text"), [(language, text.partition(". ")[0] + ".") for language, text in NO_YEAR[:3]]
)
def test_the_figure_alone_is_borne_out(said, language: str, text: str) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "supported", answer["why"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Manufacturing together with mining made up 19.9 percent of GDP in 2018."),
        ("de", "Das verarbeitende Gewerbe machte 2018 zusammen mit dem Bergbau 19,9 Prozent des BIP aus."),
        ("mk", "Преработувачката индустрија, заедно со рударството, даде 19,9 отсто од БДП во 2018 година."),
        ("en", "Manufacturing, mining not counted, made up 19.9 percent of GDP in 2018."),
    ],
)
def test_what_a_figure_includes_or_leaves_out_must_be_measured(said, language: str, text: str) -> None:
    assert said(text, language=language)["outcome"] == "undecided"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rents rose by 17 percent between 2010 and 2018."),
        ("de", "Zwischen 2010 und 2018 sind die Mieten um 17 Prozent gestiegen."),
    ],
)
def test_a_growth_of_the_thing_is_not_that_of_its_share_of_gdp(said, language: str, text: str) -> None:
    assert said(text, language=language)["outcome"] == "undecided"
