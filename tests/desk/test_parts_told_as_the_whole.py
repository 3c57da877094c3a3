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
]


@pytest.mark.parametrize(("language", "text"), OF_THE_WHOLE)
def test_what_is_told_of_the_whole_is_borne_out(said, language, text):
    assert said(text, language=language, place=PLACES[language])["outcome"] == "supported"
