"""One place set beside several that are named: first or last of them, by a superlative, a comparative or a verb."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
unemployment,Unemployment rate,%,ESP,2018,15.25
unemployment,Unemployment rate,%,GRC,2018,19.29
unemployment,Unemployment rate,%,FRA,2018,9.06
unemployment,Unemployment rate,%,DEU,2018,3.38
life,Life expectancy at birth,years,JPN,2019,84.63
life,Life expectancy at birth,years,ESP,2019,83.56
life,Life expectancy at birth,years,FRA,2019,82.66
life,Life expectancy at birth,years,DEU,2019,81.33
marriage,Marriage rate,marriages per 1000 people,ESP,2018,3.5
marriage,Marriage rate,marriages per 1000 people,GRC,2018,4.4
marriage,Marriage rate,marriages per 1000 people,FRA,2018,3.5
marriage,Marriage rate,marriages per 1000 people,DEU,2018,5.4
"""

ABOUT = {"date": "2021-05-01", "place": "GRC"}

RANKED = [
    # the language, what holds, and the same told of the wrong one
    ("en", "Greece led Spain, France and Germany in unemployment in 2018.", "Spain led Greece, France and Germany in unemployment in 2018."),
    ("en", "In 2018 Greece topped Spain, France and Germany in unemployment.", "In 2018 Spain topped Greece, France and Germany in unemployment."),
    ("en", "In 2019 Japan beat Germany, France and Spain on life expectancy.", "In 2019 Germany beat Japan, France and Spain on life expectancy."),
    ("en", "Germany trailed Japan, France and Spain in life expectancy in 2019.", "Japan trailed Germany, France and Spain in life expectancy in 2019."),
    ("en", "Germany, France and Spain trailed Japan in life expectancy in 2019.", "Germany, France and Japan trailed Spain in life expectancy in 2019."),
    ("en", "In 2019 Japan came ahead of Germany, France and Spain in life expectancy.", "In 2019 Spain came ahead of Germany, France and Japan in life expectancy."),
    ("en", "In 2018 France and Germany had lower unemployment than Greece.", "In 2018 Greece and Spain had lower unemployment than France."),
    ("en", "Spain, France and Germany all had lower unemployment than Greece in 2018.", "Greece, France and Germany all had lower unemployment than Spain in 2018."),
    ("en", "None of Spain, France and Germany had a higher unemployment rate than Greece in 2018.", "None of Greece, France and Germany had a higher unemployment rate than Spain in 2018."),
    ("en", "Neither Spain nor France matched Greece in unemployment in 2018.", "Neither Greece nor France matched Spain in unemployment in 2018."),
    ("en", "Greece had worse unemployment than Spain or France in 2018.", "Spain had worse unemployment than Greece or France in 2018."),
    ("en", "Among Spain, Greece and France it was Greece that had the worst unemployment rate in 2018.", "Among Spain, Greece and France it was Spain that had the worst unemployment rate in 2018."),
    ("en", "Of Japan, Germany and Spain, Germany had the worst life expectancy in 2019.", "Of Japan, Germany and Spain, Japan had the worst life expectancy in 2019."),
    ("en", "Germany had the best unemployment rate of Greece, Spain, France and Germany in 2018.", "France had the best unemployment rate of Greece, Spain, France and Germany in 2018."),
    ("en", "Greece, Spain and France: the highest unemployment rate of 2018 was that of Greece.", "Greece, Spain and France: the lowest unemployment rate of 2018 was that of Greece."),
    ("en", "Greece beat Spain and France to the highest unemployment rate in 2018.", "Greece beat Spain and France to the lowest unemployment rate in 2018."),
    ("en", "Put beside Spain, France and Germany, Greece had the worst unemployment rate in 2018.", "Put beside Greece and France, Spain had the worst unemployment rate in 2018."),
    ("en", "Compared with Spain and France, Greece had the highest unemployment rate in 2018.", "Compared with Greece and France, Spain had the highest unemployment rate in 2018."),
    ("en", "Rank Greece, Spain, Germany and France by their unemployment rate in 2018, and Spain comes second.", "Rank Greece, Spain, Germany and France by their unemployment rate in 2018, and France comes second."),
    ("en", "In 2018 unemployment was lower in France and Germany than in Greece.", "In 2018 unemployment was lower in France and Greece than in Germany."),
    ("de", "2018 war die Arbeitslosenquote in Frankreich und Deutschland niedriger als in Griechenland.", "2018 war die Arbeitslosenquote in Frankreich und Griechenland niedriger als in Deutschland."),
    ("mk", "Во 2018 година стапката на невработеност беше пониска во Франција и Германија отколку во Грција.", "Во 2018 година стапката на невработеност беше пониска во Франција и Грција отколку во Германија."),
    ("de", "Unter Spanien, Griechenland und Frankreich hatte Griechenland 2018 die schlechteste Arbeitslosenquote.", "Unter Spanien, Griechenland und Frankreich hatte Spanien 2018 die schlechteste Arbeitslosenquote."),
    ("de", "Deutschland hatte 2018 die niedrigste Arbeitslosenquote von Griechenland, Spanien und Deutschland.", "Spanien hatte 2018 die niedrigste Arbeitslosenquote von Griechenland, Spanien und Deutschland."),
    ("de", "2018 hatten Frankreich und Deutschland eine niedrigere Arbeitslosenquote als Griechenland.", "2018 hatten Griechenland und Spanien eine niedrigere Arbeitslosenquote als Frankreich."),
    ("de", "2019 lag Japan bei der Lebenserwartung vor Deutschland, Frankreich und Spanien.", "2019 lag Deutschland bei der Lebenserwartung vor Japan, Frankreich und Spanien."),
    ("de", "Deutschland lag 2019 bei der Lebenserwartung hinter Japan, Frankreich und Spanien.", "Japan lag 2019 bei der Lebenserwartung hinter Deutschland, Frankreich und Spanien."),
    ("de", "In keinem der Länder Spanien, Frankreich und Deutschland war die Arbeitslosenquote 2018 höher als in Griechenland.", "In keinem der Länder Griechenland, Frankreich und Deutschland war die Arbeitslosenquote 2018 höher als in Spanien."),
    ("de", "Griechenland, Spanien und Frankreich: Die höchste Arbeitslosenquote hatte 2018 Griechenland.", "Griechenland, Spanien und Frankreich: Die höchste Arbeitslosenquote hatte 2018 Spanien."),
    ("mk", "Меѓу Шпанија, Грција и Франција, Грција имаше најлоша стапка на невработеност во 2018 година.", "Меѓу Шпанија, Грција и Франција, Шпанија имаше најлоша стапка на невработеност во 2018 година."),
    ("mk", "Германија имаше најниска стапка на невработеност од Грција, Шпанија, Франција и Германија во 2018 година.", "Шпанија имаше најниска стапка на невработеност од Грција, Шпанија, Франција и Германија во 2018 година."),
    ("mk", "Во 2018 година Франција и Германија имаа пониска стапка на невработеност од Грција.", "Во 2018 година Грција и Шпанија имаа пониска стапка на невработеност од Франција."),
    ("mk", "Јапонија во 2019 година беше пред Германија, Франција и Шпанија по очекуваниот животен век.", "Германија во 2019 година беше пред Јапонија, Франција и Шпанија по очекуваниот животен век."),
    ("mk", "Ниту една од земјите Шпанија, Франција и Германија немаше повисока стапка на невработеност од Грција во 2018 година.", "Ниту една од земјите Грција, Франција и Германија немаше повисока стапка на невработеност од Шпанија во 2018 година."),
    ("mk", "Наспроти Шпанија и Франција, Грција имаше највисока стапка на невработеност во 2018 година.", "Наспроти Грција и Франција, Шпанија имаше највисока стапка на невработеност во 2018 година."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "right", "wrong"), RANKED)
def test_the_one_that_is_first_or_last_of_those_named_is_told_from_another(said, language, right, wrong) -> None:
    for text, outcome in ((right, "supported"), (wrong, "contradicted")):
        answer = said(text, language=language)
        assert answer["outcome"] == outcome, (text, answer["why"])


OPEN = [
    # "ahead in unemployment" and "the worst marriage rate" have no end, and the others tell of something else
    ("en", "Greece came ahead of Spain, France and Germany in unemployment in 2018."),
    ("en", "Germany had the worst marriage rate of Greece, Spain, France and Germany in 2018."),
    ("en", "In 2018 Greece led Spain and France in the fall of unemployment."),
    ("en", "Greece led Spain and France in unemployment and inflation in 2018."),
    ("en", "Among Greece, Spain and France, Greece had the highest unemployment and poverty in 2018."),
    ("de", "Unter Griechenland, Spanien und Frankreich hatte Griechenland 2018 die höchste Arbeitslosigkeit und Inflation."),
    ("mk", "Меѓу Грција, Шпанија и Франција, Грција во 2018 година имаше највисока невработеност и инфлација."),
    ("en", "In 2018 unemployment was not lower in France and Germany than in Greece."),
    ("en", "The unemployment rate of Spain in 2018 was above those of Greece, France and Germany."),
    ("en", "In 2018 Greece nearly led Spain and France in unemployment."),
    ("en", "Greece would have led Spain and France in unemployment in 2018."),
    ("en", "Greece did not lead Spain and France in unemployment in 2018."),
    ("en", "Greek men led Spain and France in unemployment in 2018."),
    ("en", "In 2018 Spain and France had only slightly lower unemployment than Greece."),
    ("en", "Spain and France together had lower unemployment than Greece in 2018."),
    ("en", "In 2018 Spain and France had lower unemployment than Greece had in 2013."),
    ("en", "Greece, Spain and France: in 2018 two of them had the highest unemployment rate, Greece and Spain."),
    ("en", "Rank Greece, Spain and Germany in ascending order of unemployment rate in 2018, and Greece comes first."),
    ("en", "Rank Greece, Spain and Germany from lowest to highest by unemployment rate in 2018, and Greece comes first."),
    ("de", "Griechenland lag 2018 bei der Arbeitslosenquote vor Spanien, Frankreich und Deutschland."),
    ("de", "2018 hatten Spanien und Frankreich nur eine geringfügig niedrigere Arbeitslosenquote als Griechenland."),
    ("mk", "Грција во 2018 година беше пред Шпанија и Франција по стапката на невработеност."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_what_names_no_end_or_tells_of_something_else_bears_nothing_out(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
