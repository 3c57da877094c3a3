"""A figure of all, of another statistic or of the own place alone bears out nothing of a kind, of another statistic, or of a comparison.

Each pair: what the figures bear out, and the same words about a narrower or another thing, which they leave open.
"""

from __future__ import annotations

import json

import pytest

DATA = """series,title,unit,place,time,value
rate,"Unemployment rate, persons aged 15 and over",% of the labour force,ESP,{years},{rates}
net,Fixed Internet broadband subscriptions,per 100 inhabitants,ESP,{years},{lines}
gdp,"GDP per capita, index (1990 = 100)","index, 1990 = 100",ESP,{years},{index}
age,Median age of the population,years,ESP,{years},{ages}
rnd,Research and development expenditure as a proportion of GDP,% of GDP,ESP,{years},{research}
"""
YEARS = range(2013, 2019)
FIGURES = {
    "rates": (26.1, 24.4, 22.1, 19.6, 17.2, 15.3),
    "lines": (5.0, 8.0, 11.0, 13.0, 15.0, 17.6),
    "index": (100, 110, 120, 130, 140, 310),
    "ages": (41.0, 41.5, 42.0, 42.5, 43.0, 43.4),
    "research": (2.8, 2.85, 2.9, 2.92, 2.95, 3.02),
}
PLACES = """idx,Corruption Perceptions Index,index points,ESP,2018,58
idx,Corruption Perceptions Index,index points,ITA,2018,52
idx,Corruption Perceptions Index,index points,DNK,2018,88
jobs,"People in employment aged 16 and over, seasonally adjusted",persons,ESP,2018-Q2,19344000
jobs,"People in employment aged 16 and over, seasonally adjusted",persons,ESP,2018-Q1,18874000
fdi,Foreign direct investment inflows,US dollars,ESP,2018,11500000000
fdi,Foreign direct investment inflows,US dollars,ESP,2017,7500000000
"""

PAIRS = [
    ("en", "In Spain, unemployment has fallen every year since 2013.", "In Spain, long-term unemployment has fallen every year since 2013."),
    ("en", "Fixed broadband subscriptions per 100 people in Spain more than tripled between 2013 and 2018.", "Mobile broadband subscriptions per 100 people in Spain more than tripled between 2013 and 2018."),
    ("de", "Die Zahl der Breitbandanschlüsse je 100 Einwohner hat sich in Spanien von 2013 bis 2018 mehr als verdreifacht.", "Die Zahl der mobilen Breitbandanschlüsse je 100 Einwohner hat sich in Spanien von 2013 bis 2018 mehr als verdreifacht."),
    ("en", "Spain's gross domestic product per head more than tripled between 2013 and 2018.", "Spain's gross domestic product more than tripled between 2013 and 2018."),
    ("en", "The median age in Spain was 43.4 years in 2018.", "The average age in Spain was 43.4 years in 2018."),
    ("de", "Das Medianalter in Spanien lag 2018 bei 43,4 Jahren.", "Das Durchschnittsalter in Spanien lag 2018 bei 43,4 Jahren."),
    ("mk", "Медијалната возраст во Шпанија во 2018 година изнесуваше 43,4 години.", "Просечната возраст во Шпанија во 2018 година изнесуваше 43,4 години."),
    ("en", "Spain spent 3.02 percent of GDP on research and development in 2018.", "Companies in Spain spent 3.02 percent of GDP on research and development in 2018."),
    ("en", "Spain spent more than 3 percent of GDP on research and development in 2018.", "Companies in Spain spent more than 3 percent of GDP on research and development in 2018."),
    ("de", "Spanien hat 2018 mehr als drei Prozent des BIP für Forschung und Entwicklung ausgegeben.", "Die Unternehmen in Spanien haben 2018 mehr als drei Prozent des BIP für Forschung und Entwicklung ausgegeben."),
    ("de", "Die Arbeitslosenquote der Spanier lag 2018 bei 15,3 Prozent.", "Die Arbeitslosenquote der Spanierinnen lag 2018 bei 15,3 Prozent."),
    ("mk", "Стапката на невработеност кај Шпанците во 2018 изнесуваше 15,3 проценти.", "Стапката на невработеност кај Шпанките во 2018 изнесуваше 15,3 проценти."),
    ("en", "In Spain 19.3 million people aged 16 and over were in employment in the second quarter of 2018.", "In Spain 19.3 million people aged 16 and over were in employment in the second quarter of 2018, before seasonal adjustment."),
    ("en", "In 2018 foreign direct investment of 11.5 billion dollars flowed into Spain.", "At the end of 2018 the stock of foreign direct investment in Spain was 11.5 billion dollars."),
    ("en", "Spain scored 58 points in the Corruption Perceptions Index in 2018.", "Spain scored 58 points in the Corruption Perceptions Index in 2018, behind Italy and Denmark."),
    ("de", "Beim Korruptionsindex 2018 liegt Spanien mit 58 Punkten.", "Beim Korruptionsindex 2018 liegt Spanien mit 58 Punkten schon vor Dänemark."),
    ("mk", "Според индексот на перцепција на корупцијата во 2018 Шпанија има 58 поени.", "Според индексот на перцепција на корупцијата во 2018 Шпанија со 58 поени е зад Италија и зад Данска."),
    ("en", "Denmark scored 88 points in the 2018 Corruption Perceptions Index.", "Denmark came first in the world in the 2018 Corruption Perceptions Index."),
    ("en", "Spain attracted more foreign direct investment in 2018 than in 2017.", "If Spain attracted more foreign direct investment in 2018 than in 2017, we should be glad."),
]  # fmt: skip


@pytest.fixture
def outcome(workbench, tmp_path):
    table = tmp_path / "data.csv"
    rows = [
        line.replace("{years}", str(year)).replace(f"{{{name}}}", str(FIGURES[name][k]))
        for line in DATA.splitlines()[1:]
        for name in FIGURES
        if f"{{{name}}}" in line
        for k, year in enumerate(YEARS)
    ]
    table.write_text("\n".join([DATA.splitlines()[0], *rows, PLACES]))

    def call(language: str, text: str) -> str:
        record = json.dumps({"id": "a", "text": text, "date": "2019-08-24", "place": "ESP", "language": language})
        ran = workbench("check", "--records", "--data", table, stdin=f"{record}\n".encode())
        assert ran.code == 0, ran
        return json.loads(ran.out)["outcome"]

    return call


@pytest.mark.parametrize(("language", "plain", "other"), PAIRS)
def test_the_thing_itself_is_borne_out_and_the_other_left_open(outcome, language: str, plain: str, other: str) -> None:
    assert (outcome(language, plain), outcome(language, other)) == ("supported", "undecided")


BETTER = [
    ("en", "In 2018 unemployment in Spain was better than in Denmark."),
    ("de", "Bei der Arbeitslosigkeit ist Spanien 2018 besser dagestanden als Dänemark."),
]


@pytest.mark.parametrize(("language", "text"), BETTER)
def test_better_names_no_direction(outcome, language: str, text: str) -> None:
    assert outcome(language, text) == "undecided"


def test_a_rank_in_the_world_that_few_places_refute_is_refuted(outcome) -> None:
    assert outcome("en", "Spain came first in the world in the 2018 Corruption Perceptions Index.") == "contradicted"


NUMBERS_OF_KINDS = [
    "In the second quarter of 2018, {} million people in Spain worked.",
    "In the second quarter of 2018, {} million people in Spain worked part-time.",
    "In the second quarter of 2018, {} million people in Spain were self-employed.",
]


@pytest.mark.parametrize("said", ["11", "24"])
@pytest.mark.parametrize("text", NUMBERS_OF_KINDS)
def test_a_number_of_a_kind_is_not_refuted_by_more_of_all(outcome, text: str, said: str) -> None:
    """Nineteen million had work. Eleven of them may have worked part-time; twenty-four did not."""
    kind = text != NUMBERS_OF_KINDS[0]
    assert outcome("en", text.format(said)) == ("undecided" if kind and said == "11" else "contradicted")
