"""Figures that are right of a country, of everybody in work or of the cases of a year, and are told of a part or of another event."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
work,People in employment aged 16 and over,persons,GBR,2016,31744321
dentists,Number of dentistry personnel,persons,GBR,2016,34867
tb,Tuberculosis: new and relapse cases,cases,GBR,2016,5793
infants,Number of infant deaths,deaths,GBR,2016,3021
dentists,Number of dentistry personnel,persons,DEU,2016,34867
dentists,Number of dentistry personnel,persons,MKD,2016,34867
tb,Tuberculosis: new and relapse cases,cases,DEU,2016,5793
tb,Tuberculosis: new and relapse cases,cases,MKD,2016,5793
infants,Number of infant deaths,deaths,DEU,2016,3021
infants,Number of infant deaths,deaths,MKD,2016,3021
rate,"Unemployment rate, persons aged 15 and over",% of the labour force,GBR,2016,5.9
rate,"Unemployment rate, persons aged 15 and over",% of the labour force,DEU,2016,5.9
rate,"Unemployment rate, persons aged 15 and over",% of the labour force,MKD,2016,5.9
health,Current health expenditure as percentage of gross domestic product,% of GDP,GBR,2016,11.2
health,Current health expenditure as percentage of gross domestic product,% of GDP,DEU,2016,11.2
health,Current health expenditure as percentage of gross domestic product,% of GDP,MKD,2016,11.2
schools,Government expenditure on education,% of GDP,GBR,2016,5.7
schools,Government expenditure on education,% of GDP,DEU,2016,5.7
schools,Government expenditure on education,% of GDP,MKD,2016,5.7
measles,Confirmed measles cases,cases,GBR,2016,571
life,Life expectancy at birth,years,GBR,2016,81.2
newborn,Neonatal mortality rate,"deaths per 1,000 live births",GBR,2016,2.8
newborn,Neonatal mortality rate,"deaths per 1,000 live births",DEU,2016,2.8
seats,Proportion of seats held by women in national parliaments,% of seats,GBR,2016,29.6
seats,Proportion of seats held by women in national parliaments,% of seats,DEU,2016,29.6
seats,Proportion of seats held by women in national parliaments,% of seats,MKD,2016,29.6
waste,Electronic waste generated,tonnes,GBR,2016,1610113
taxes,Total tax revenue,% of GDP,GBR,2016,32.7
social,Social contributions,% of GDP,GBR,2016,6.1
"""
ABOUT = {"date": "2018-05-01"}
PLACES = {"en": "GBR", "de": "DEU", "mk": "MKD"}

OF_A_PART = [
    # whose
    ("en", "In 2016 our neighbourhood had 34,867 dentists."),
    ("en", "In 2016 our vicinity had 34,867 dentists."),
    ("en", "In 2016 our quarter had 34,867 dentists."),
    ("en", "In 2016 my region had 34,867 dentists."),
    ("de", "Unser Viertel hatte 2016 34.867 Zahnärzte."),
    ("de", "2016 hatte unser Viertel 34.867 Zahnärzte."),
    ("mk", "Нашиот крај имаше 34.867 стоматолози во 2016 година."),
    # who
    ("en", "31,744,321 mothers were in work in 2016."),
    ("en", "Britain had 31,744,321 mothers in work in 2016."),
    # which event
    ("en", "In 2016, 5,793 people were infected with tuberculosis."),
    ("en", "In 2016 tuberculosis infected 5,793 people."),
    ("en", "In 2016 there were 5,793 tuberculosis infections."),
    ("de", "2016 waren 5.793 Menschen mit Tuberkulose infiziert."),
    ("de", "2016 infizierten sich 5.793 Menschen mit Tuberkulose."),
    ("de", "2016 gab es 5.793 Tuberkuloseinfektionen."),
    ("mk", "Во 2016 година 5.793 лица беа заразени со туберкулоза."),
    ("de", "2016 starben 3.021 Säuglinge bei der Geburt."),
    ("mk", "Во 2016 година 3.021 доенчиња починаа при раѓање."),
    # who looked after them
    ("en", "The clinic looked after 5,793 tuberculosis patients in 2016."),
    ("en", "The institute announces that it looked after 5,793 tuberculosis patients in 2016."),
    # how long
    ("en", "Longer than one year without a job in 2016 were 5.9 percent of the work force."),
    ("en", "In 2016, 5.9 percent of the work force had been looking for a job for more than twelve months."),
    ("en", "Out of work for more than a year: 5.9 percent of the labour force in 2016."),
    ("de", "2016 waren 5,9 Prozent der Erwerbspersonen länger als ein Jahr ohne Arbeit."),
    ("de", "Seit über einem Jahr arbeitslos waren 2016 in Deutschland 5,9 Prozent."),
    ("mk", "Во 2016 година 5,9 отсто од работната сила беа повеќе од една година без работа."),
    ("mk", "Во 2016 година 5,9 отсто од работната сила бараа работа подолго од дванаесет месеци."),
    # of which sex
    ("en", "A boy born in Britain in 2016 could expect to live 81.2 years."),
    ("en", "Girls born in Britain in 2016 could expect to live 81.2 years."),
    ("en", "A man born in Britain in 2016 could expect to live 81.2 years."),
    # how old
    ("en", "Of every thousand newborns in Britain 2.8 died in their first seven days in 2016."),
    ("en", "Of every thousand newborns in Britain 2.8 died within a week in 2016."),
    ("en", "Of every thousand babies born in Britain 2.8 died on their first day in 2016."),
    ("de", "Von tausend Neugeborenen starben 2016 in Deutschland 2,8 in den ersten sieben Tagen."),
    # of which body
    ("en", "Women held 29.6 percent of cabinet seats in Britain in 2016."),
    ("en", "Women had 29.6 percent of the seats in the cabinet in Britain in 2016."),
    ("de", "Frauen hatten 2016 29,6 Prozent der Kabinettssitze in Deutschland."),
    ("mk", "Жените имаа 29,6 отсто од местата во владата на Македонија во 2016 година."),
    # whose waste
    ("en", "British households threw out 1,610,113 tonnes of e-waste in 2016."),
    # people by an adjective alone
    ("en", "The self-employed brought in social contributions of 6.1 percent of GDP in 2016."),
    ("en", "The rich paid taxes of 32.7 percent of GDP in 2016."),
    ("en", "The poor had a life expectancy of 81.2 years in 2016."),
    # how sure
    ("en", "Measles, Britain, 2016, suspected and probable cases: 571."),
    ("en", "Notified measles, Britain, 2016, suspected and probable cases: 571."),
    # who paid
    ("en", "Health expenditure of general government, Britain, 2016: 11.2 per cent of GDP."),
    ("en", "This government spent 11.2 percent of GDP on health in 2016."),
    ("en", "Government spending on health was 11.2 percent of GDP in 2016."),
    ("en", "Spending on health by the state was 11.2 percent of GDP in 2016."),
    ("de", "Der Staat gab 2016 11,2 Prozent des BIP für Gesundheit aus."),
    ("de", "Die Gesundheitsausgaben des Staates lagen 2016 bei 11,2 Prozent des BIP."),
    ("mk", "Владата потроши 11,2 отсто од БДП за здравство во 2016 година."),
    ("mk", "Расходите на државата за здравство изнесуваа 11,2 отсто од БДП во 2016 година."),
]


@pytest.mark.parametrize(("language", "text"), OF_A_PART)
def test_what_is_told_of_a_part_is_not_borne_out_by_the_figure_of_the_whole(said, language, text):
    assert said(text, language=language, place=PLACES[language])["outcome"] == "undecided"


OF_THE_WHOLE = [
    ("en", "Britain had 34,867 dentists in 2016."),
    ("en", "In 2016 our country had 34,867 dentists."),
    ("en", "In 2016 Britain had in the neighbourhood of 34,867 dentists."),
    ("de", "Unser Land hatte 2016 34.867 Zahnärzte."),
    ("mk", "Нашата земја имаше 34.867 стоматолози во 2016 година."),
    ("en", "In 2016, 31,744,321 people were in work."),
    ("en", "In 2016, 31,744,321 Britons had a job."),
    ("en", "In 2016, 5,793 people fell ill with tuberculosis."),
    ("de", "2016 erkrankten 5.793 Menschen an Tuberkulose."),
    ("mk", "Во 2016 година 5.793 лица заболеа од туберкулоза."),
    ("en", "In 2016, 3,021 infants died."),
    ("de", "2016 starben 3.021 Säuglinge."),
    ("en", "Of every thousand newborns in Britain 2.8 died in their first month in 2016."),
    ("de", "Von tausend Neugeborenen starben 2016 in Deutschland 2,8 in ihrem ersten Monat."),
    ("en", "Women held 29.6 percent of the seats in parliament in Britain in 2016."),
    ("de", "Frauen hatten 2016 29,6 Prozent der Sitze im Parlament in Deutschland."),
    ("en", "A child born in Britain in 2016 could expect to live 81.2 years."),
    ("en", "This rich country took in 32.7 percent of GDP in taxes in 2016."),
    ("en", "The total was 81.2 years of life expectancy in 2016."),
    ("en", "In 2016, 5.9 percent of the labour force were looking for a job, more than a year after the reform."),
    ("de", "2016 waren 5,9 Prozent der Erwerbspersonen ohne Arbeit."),
    ("mk", "Во 2016 година 5,9 отсто од работната сила беа без работа."),
    ("en", "Confirmed measles cases, Britain, 2016: 571."),
    ("en", "Under this government, health spending reached 11.2 percent of GDP in 2016."),
    ("en", "The Government reports that health spending reached 11.2 percent of GDP in 2016."),
    ("en", "We spent 11.2 percent of GDP on health in 2016, says the government."),
    ("de", "Deutschland gab 2016 11,2 Prozent des BIP für Gesundheit aus."),
    ("mk", "Македонија потроши 11,2 отсто од БДП за здравство во 2016 година."),
    ("en", "The government spent 5.7 percent of GDP on education in 2016."),
    ("de", "Der Staat gab 2016 5,7 Prozent des BIP für Bildung aus."),
    ("mk", "Владата потроши 5,7 отсто од БДП за образование во 2016 година."),
]


@pytest.mark.parametrize(("language", "text"), OF_THE_WHOLE)
def test_what_is_told_of_the_whole_is_borne_out(said, language, text):
    assert said(text, language=language, place=PLACES[language])["outcome"] == "supported"
