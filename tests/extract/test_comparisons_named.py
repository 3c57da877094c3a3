"""What is only compared, without a figure, is measured by its official name, in every language: lived longer, married more often."""

import pytest

from tests.each import each
from workbench.core.claim import ClaimKind
from workbench.extract import read_text

COMPARED = [
    ("en", "The Germans lived longer than the Poles in 2019.", "life expectancy at birth"),
    (
        "en",
        "Even the Norwegians spent less per head on health in 2015 than we did in Germany.",
        "health spending per person",
    ),
    ("de", "Die Deutschen lebten 2019 länger als die Polen.", "Lebenserwartung"),
    ("de", "Die Italiener heirateten 2017 öfter als die Deutschen.", "Eheschließungen je 1.000 Einwohner"),
    ("de", "2017 wurde in Italien häufiger geheiratet als in Deutschland.", "Eheschließungen je 1.000 Einwohner"),
    (
        "de",
        "Die Norweger haben pro Kopf weniger fürs Gesundheitswesen ausgegeben als wir.",
        "Gesundheitsausgaben pro Kopf",
    ),
    ("mk", "Албанците живееја подолго од нас во 2019.", "очекуван животен век"),
    ("mk", "Ние по глава на жител за здравство трошевме повеќе долари од Србија.", "трошоци за здравство по жител"),
]


@each(("language", "said", "measure"), COMPARED)
def test_what_is_compared_has_its_official_name(language, said, measure):
    """Die Italiener heirateten 2017 öfter als die Deutschen."""
    claim = read_text(said, language=language, place={"en": "DEU", "de": "DEU", "mk": "MKD"}[language]).claims[0]
    assert (claim.kind, claim.measure) == (ClaimKind.COMPARISON, measure)


@pytest.mark.parametrize(
    "said", ["Fewer people were out of work in Germany than in Spain.", "More people died in Spain than in Italy."]
)
def test_a_sentence_may_begin_with_its_comparative(said):
    """Fewer people were out of work in Germany than in Spain."""
    assert [claim.kind for claim in read_text(said).claims] == [ClaimKind.COMPARISON]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "They have the bigger purse, and we pay more attention than the Greeks."),
        ("de", "Wir haben länger gewartet als die anderen."),
        ("mk", "Тие чекаа подолго од нас."),
    ],
)
def test_what_no_office_measures_has_no_official_name(language, said):
    """Wir haben länger gewartet als die anderen."""
    names = {"Lebenserwartung", "life expectancy at birth", "очекуван животен век", "average wage", "health spending"}
    assert all(claim.measure not in names for claim in read_text(said, language=language).claims)
