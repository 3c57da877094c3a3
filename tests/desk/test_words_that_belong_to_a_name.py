"""Words that belong to a measure's name say nothing else, and every further word still leaves the claim open."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2019-06-01"}
ROWS = [
    ("waste", "Electronic waste generated", "tonnes", 48210),
    ("out", "Plastic waste exports", "tonnes", 31500),
    ("solar", "Installed cost of solar photovoltaics", "US dollars per kilowatt", 1430),
    ("made", "Manufacturing value added as a proportion of GDP", "% of GDP", 14.2),
    ("hands", "Manufacturing employment as a proportion of total employment", "% of total employment", 18.6),
    ("rate", "Incidence of tuberculosis", "per 100,000 population", 21),
    ("new", "Tuberculosis: new and relapse cases", "cases", 4120),
    ("infants", "Number of infant deaths", "deaths", 340),
    ("five", "Under-five mortality rate", "deaths per 1,000 live births", 5.6),
    ("newborns", "Neonatal mortality rate", "deaths per 1,000 live births", 3.8),
    ("mothers", "Maternal mortality ratio", "deaths per 100,000 live births", 9),
    ("carbon", "Carbon dioxide emissions from fuel combustion", "tonnes", 47300000),
    ("age", "Median age of the population", "years", 41.3),
    ("life", "Life expectancy at birth", "years", 80.7),
    ("jobless", "Unemployment rate, persons aged 15 and over", "%", 12.4),
    ("health", "Current health expenditure as percentage of gross domestic product", "% of GDP", 9.7),
    ("seats", "Proportion of seats held by women in national parliaments", "%", 34.8),
    ("people", "Population", "persons", 9800000),
]
DATA = "series,title,unit,place,time,value\n" + "".join(
    f'o:{key},"{title}","{unit}",PRT,2015,{value}\n' for key, title, unit, value in ROWS
)

NAMES = [
    "количеството генериран електронски отпад … 48.210 тони",
    "создадениот електричен и електронски отпад … 48.210 тони",
    "пластичниот отпад продаден во странство … 31.500 тони",
    "придонесот на преработувачката индустрија во БДП … 14,2 отсто",
    "додадената вредност на преработувачката индустрија … 14,2 отсто од БДП",
    "бројот на заболени од ТБЦ на сто илјади жители … 21",
    "заболеноста од туберкулоза … 21 на 100.000 жители",
    "бројот на новооткриени и повторни случаи на туберкулоза … 4.120",
    "бројот на бебиња што умреле пред првиот роденден … 340",
    "бројот на родилки што починале при породување на 100.000 живородени … 9",
    "емисиите на јаглероден диоксид од горење фосилни горива … 47,3 милиони тони",
    "медијалната старост на жителите … 41,3 години",
    "просечната должина на животот … 80,7 години",
    "делот од работната сила без работа … 12,4 проценти",
]
NEAR = [
    "количеството рециклиран електронски отпад … 48.210 тони",
    "количеството увезен електронски отпад … 48.210 тони",
    "цената на струјата од ветерни електрани … 1.430 долари за киловат",
    "придонесот на градежништвото во БДП … 14,2 отсто",
    "извозот на преработувачката индустрија … 14,2 отсто од БДП",
    "заболеноста од туберкулоза кај децата … 21 на 100.000 жители",
    "емисиите на јаглероден диоксид од согорување јаглен … 47,3 милиони тони",
    "просечната должина на бракот … 80,7 години",
    "делот од младите без работа … 12,4 проценти",
    "јавните трошоци за здравство … 9,7 отсто од БДП",
    "годишниот раст на медијалната возраст … 41,3 години",
    "промената на стапката на невработеност … 12,4 проценти",
]
FRAMES = ["Во 2015 година {0} во Португалија изнесуваше {1}.", "Португалија, 2015: {0} – {1}."]


def put(frame: str, said: str) -> str:
    """Fill a frame with a name and a figure."""
    return frame.format(*said.split(" … "))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_with_all_words_that_belong_to_it(said, name: str, frame: str):
    """Во 2015 година цената на еден киловат монтирани сончеви панели во Португалија изнесуваше 1.430 долари."""
    assert said(put(frame, name), language="mk")["outcome"] == "supported"


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NEAR)
def test_another_part_or_thing_is_left_open(said, name: str, frame: str):
    """Португалија, 2015: јавните трошоци за здравство – 9,7 отсто од БДП."""
    assert said(put(frame, name), language="mk")["outcome"] != "supported"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The annual growth of the median age in Portugal in 2015 was 41.3 years."),
        ("de", "Das jährliche Wachstum der Lebenserwartung lag 2015 in Portugal bei 80,7 Jahren."),
        ("mk", "Годишниот раст на очекуваниот животен век во Португалија во 2015 година беше 80,7 години."),
        ("de", "Portugal, 2015: öffentliche Gesundheitsausgaben – 9,7 Prozent des BIP."),
        ("en", "In Lisbon, Portugal, the unemployment rate was 12.4 percent in 2015."),
        ("de", "In Lissabon, Portugal, lag die Arbeitslosenquote 2015 bei 12,4 Prozent."),
    ],
)
def test_a_growth_a_kind_or_a_city_is_not_the_whole(said, language: str, text: str):
    """The annual growth of the median age in Portugal in 2015 was 41.3 years."""
    assert said(text, language=language)["outcome"] != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Стапката на невработеност во Португалија: цел за 2015 година – 12,4 отсто.",
        "Проекција за 2015 година: стапката на невработеност во Португалија – 12,4 отсто.",
        "Кога би му верувале на министерот, стапката на невработеност во Португалија во 2015 година беше 12,4 отсто.",
        "Граѓаните мислат дека стапката на невработеност во Португалија во 2015 година беше 12,4 отсто.",
        "Така сонувавме: стапката на невработеност во Португалија во 2015 година беше 12,4 отсто.",
        "Некои велат дека стапката на невработеност во Португалија во 2015 година беше 12,4 отсто, но јас не верувам.",
        "Стапката на невработеност во Португалија во 2015 година беше 12,4 отсто, тоа го измислија портпаролите.",
        "Ако бројот на заболени од туберкулоза на 100.000 жители во Португалија во 2015 година беше 21, ќе платам вечера.",
    ],
)
def test_what_is_aimed_at_supposed_or_not_believed_is_left_open(said, text: str):
    """Стапката на невработеност во Португалија: цел за 2015 година – 12,4 отсто."""
    assert said(text, language="mk")["outcome"] == "undecided"
