"""Words that a title implies add nothing beside the words that both have; a word that narrows is never dropped."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
sea,Sea transport; Accounting entry: Expenditure,EUR,MKD,2018,4100000
sea,Sea transport; Accounting entry: Expenditure,EUR,MKD,2019,4512000
bal,Air transport; Accounting entry: Balance (revenue minus expenditure),EUR,MKD,2019,7300000
dep,Departures; Visitor type: Overnight visitors (tourists),persons,MKD,2018,2500
dep,Departures; Visitor type: Overnight visitors (tourists),persons,MKD,2019,2940
tex,Gross value added; Economic activity: Textiles,EUR,MKD,2019,61200000
man,Employment; Economic activity: Manufacturing,persons,MKD,2019,132400
all,Employment; Economic activity: Total - all activities,persons,MKD,2018,799100
exp,Value of imports/exports; Economic activity: Mining; Trade flow: Exports,USD,MKD,2019,845200000
wat,Outflow to neighbours; Period: Yearly,cubic metres,MKD,2019,5230000000
beer,Beer as a share of all alcohol consumed,percent,MKD,2019,41.3
sewer,Public sewerage without treatment,% of population,MKD,2019,53.1
ind,Production index; Economic activity: Industry (except construction),index 2015=100,MKD,2019,112.4
"""

ABOUT = {"date": "2020-05-17", "place": "MKD"}

ADD_NOTHING = [
    ("en", "Expenditure on sea transport services was 4.5 million euros in 2019."),
    ("en", "Spending on services in sea transport came to 4.5 million euros in 2019."),
    ("en", "The balance of trade in air transport services stood at 7.3 million euros in 2019."),
    ("en", "Outbound overnight departures were 2,940 in 2019."),
    ("en", "Outbound overnight departures rose from 2,500 in 2018 to 2,940 in 2019."),
    ("en", "Gross value added in the textiles sector was 61.2 million euros in 2019."),
    ("en", "Employment in the manufacturing industry stood at 132,400 in 2019."),
    ("en", "Employment across all industries was 799,100 in 2018."),
    ("en", "Exports of the mining sector were worth 845 million dollars in 2019."),
    ("en", "The outflow of freshwater to neighbours was 5.23 billion cubic metres in 2019."),
    ("en", "Beer made up 41 percent of the alcohol we drank in 2019."),
    ("en", "In 2019 some 53 percent of the population was connected to public sewerage without treatment."),
    ("en", "The production index of industry, excluding construction, was 112.4 in 2019."),
    ("de", "Die Ausgaben für Dienstleistungen im Seeverkehr lagen 2019 bei 4,5 Millionen Euro."),
    ("de", "Die Bruttowertschöpfung des Sektors Textilien lag 2019 bei 61,2 Millionen Euro."),
    ("de", "Die Bruttowertschöpfung der Textilbranche lag 2019 bei 61,2 Millionen Euro."),
    ("de", "Die Beschäftigung im Sektor verarbeitendes Gewerbe lag 2019 bei 132.400 Personen."),
    ("de", "Bier machte 2019 41 Prozent des Alkohols aus, den wir tranken."),
    ("mk", "Расходите за услуги во поморскиот транспорт изнесуваа 4,5 милиони евра во 2019 година."),
    ("mk", "Бруто додадената вредност во секторот текстил беше 61,2 милиони евра во 2019."),
    ("mk", "Вработеноста во секторот преработувачка индустрија изнесуваше 132.400 лица во 2019 година."),
    ("mk", "Пивото сочинуваше 41 отсто од алкохолот што го испивме во 2019 година."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), ADD_NOTHING)
def test_words_that_both_imply_raise_no_doubt(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "supported", answer["why"]


NARROW = [
    ("en", "Expenditure on financial services in sea transport was 4.5 million euros in 2019."),
    ("en", "Expenditure on services was 4.5 million euros in 2019."),
    ("en", "Expenditure on sea transport insurance was 4.5 million euros in 2019."),
    ("en", "Expenditure on sea transport services for schools was 4.5 million euros in 2019."),
    ("en", "The balance of trade in goods in air transport stood at 7.3 million euros in 2019."),
    ("en", "Outbound overnight business departures were 2,940 in 2019."),
    ("en", "Inbound overnight departures were 2,940 in 2019."),
    ("en", "Gross value added in the public textiles sector was 61.2 million euros in 2019."),
    ("en", "Gross value added in the textiles and leather sector was 61.2 million euros in 2019."),
    ("en", "Employment in manufacturing services stood at 132,400 in 2019."),
    ("en", "Employment in the food manufacturing industry stood at 132,400 in 2019."),
    ("en", "Employment across all public industries was 799,100 in 2018."),
    ("en", "Exports of the gold mining sector were worth 845 million dollars in 2019."),
    ("en", "Imports of the mining sector were worth 845 million dollars in 2019."),
    ("en", "The outflow of wastewater to neighbours was 5.23 billion cubic metres in 2019."),
    ("en", "Beer made up 41 percent of the alcohol we drank at home in 2019."),
    ("en", "In 2019 some 53 percent of the rural population was connected to public sewerage without treatment."),
    ("en", "The production index of industry, including construction, was 112.4 in 2019."),
    ("de", "Die Ausgaben für Finanzdienstleistungen im Seeverkehr lagen 2019 bei 4,5 Millionen Euro."),
    ("de", "Die Ausgaben für Dienstleistungen lagen 2019 bei 4,5 Millionen Euro."),
    ("de", "Die Beschäftigung im öffentlichen Sektor verarbeitendes Gewerbe lag 2019 bei 132.400 Personen."),
    ("de", "Die Beschäftigung bei Dienstleistungen des verarbeitenden Gewerbes lag 2019 bei 132.400 Personen."),
    ("mk", "Расходите за финансиски услуги во поморскиот транспорт изнесуваа 4,5 милиони евра во 2019 година."),
    ("mk", "Расходите за услуги изнесуваа 4,5 милиони евра во 2019 година."),
    ("mk", "Вработеноста во јавниот сектор преработувачка индустрија изнесуваше 132.400 лица во 2019 година."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NARROW)
def test_words_that_narrow_keep_it_open(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
