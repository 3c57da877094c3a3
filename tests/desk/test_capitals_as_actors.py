"""A capital that does what states do stands for its country; with a word of place it stays a city."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
cpi,Corruption Perceptions Index,score from 0 to 100,TUR,2017,40
cpi,Corruption Perceptions Index,score from 0 to 100,TUR,2018,41
aid,Net official development assistance provided,USD,GBR,2018,19462210000
aid,Net official development assistance provided,USD,DEU,2018,25670000000
aid,Net official development assistance provided,USD,NLD,2018,5616000000
aid,Net official development assistance provided,USD,SWE,2018,6001000000
waste,Plastic waste imports,tonnes,AUT,2018,1200
waste,Plastic waste imports,tonnes,TUR,2018,4300
waste,Plastic waste imports,tonnes,MKD,2018,4300
pop,Population,persons,TUR,2018,82003882
jobless,Unemployment rate,% of labour force,TUR,2018,10.9
jobless,Unemployment rate,% of labour force,MKD,2018,10.9
"""

ABOUT = {"date": "2019-06-01", "place": "MKD"}

ACT = [
    ("en", "Ankara has improved its score on the Corruption Perceptions Index from 40 in 2017 to 41 in 2018.", "supported"),
    ("en", "In 2018, Ankara imported 4,300 tonnes of plastic waste.", "supported"),
    ("en", "London gave 19.5 billion dollars in development aid in 2018.", "supported"),
    ("en", "London gave more development aid in 2018 than Stockholm and The Hague.", "supported"),
    ("en", "London gave more development aid in 2018 than Berlin.", "contradicted"),
    ("de", "Ankara hat 2018 seinen Wert im Korruptionswahrnehmungsindex von 40 auf 41 Punkte verbessert.", "supported"),
    ("de", "Wien importierte 2018 1.200 Tonnen Plastikmüll.", "supported"),
    ("de", "London gab 2018 mehr Entwicklungshilfe als Den Haag.", "supported"),
    ("de", "London gab 2018 mehr Entwicklungshilfe als Berlin.", "contradicted"),
    ("mk", "Анкара увезе 4.300 тони пластичен отпад во 2018 година.", "supported"),
    ("mk", "Лондон даде 19,5 милијарди долари развојна помош во 2018 година.", "supported"),
    ("mk", "Лондон даде повеќе развојна помош од Хаг во 2018 година.", "supported"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "outcome"), ACT)
def test_a_capital_that_acts_is_its_country(said, language, text, outcome) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == outcome, answer["why"]


CITIES = [
    ("en", "In Ankara unemployment was 10.9 percent in 2018."),
    ("en", "Ankara's unemployment rate was 10.9 percent in 2018."),
    ("en", "The Ankara region imported 4,300 tonnes of plastic waste in 2018."),
    ("en", "Companies in Ankara imported 4,300 tonnes of plastic waste in 2018."),
    ("en", "Greater Ankara imported 4,300 tonnes of plastic waste in 2018."),
    ("en", "The city of Ankara imported 4,300 tonnes of plastic waste in 2018."),
    ("en", "Ankara had 82 million inhabitants in 2018."),
    ("en", "Ankara wants to import 4,300 tonnes of plastic waste."),
    ("en", "Ankara never imported 4,300 tonnes of plastic waste in 2018."),
    ("en", "London gave 19.5 billion dollars in development aid to Kenya in 2018."),
    ("en", "London gave more development aid in 2018 than the mayor of Berlin."),
    ("de", "In Ankara lag die Arbeitslosenquote 2018 bei 10,9 Prozent."),
    ("de", "Die Region Ankara importierte 2018 4.300 Tonnen Plastikmüll."),
    ("de", "Ankaras Arbeitslosenquote lag 2018 bei 10,9 Prozent."),
    ("de", "Die Stadt Wien importierte 2018 1.200 Tonnen Plastikmüll."),
    ("mk", "Во Анкара стапката на невработеност беше 10,9 отсто во 2018."),
    ("mk", "Регионот Анкара увезе 4.300 тони пластичен отпад во 2018 година."),
    ("mk", "Градот Анкара увезе 4.300 тони пластичен отпад во 2018 година."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), CITIES)
def test_a_city_stays_one(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
