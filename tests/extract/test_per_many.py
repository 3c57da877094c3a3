"""That a figure is one of every so many is read with the claim, in each language by its own words; match asks the slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.core.claim import RELATIONS
from workbench.desk.verdicts.earlier_version_claims import fully_read
from workbench.extract import read_text
from workbench.extract.words.word_files import languages
from workbench.match import query_of

SAID = date(2021, 7, 20)
FOR_EVERY_SO_MANY = {
    "en": ["Of every 1,000 children, 15 died in 2019.", "Of every 100,000 people 12 fell ill in 2019."],
    "de": ["Von je 1.000 Kindern starben 2019 15.", "Auf 100.000 Einwohner kamen 2019 12 Ärzte.", "Je tausend Einwohner gab es 2019 12 Ärzte."],
    "mk": ["На 1.000 жители во 2019 имаше 15 лекари."],
}  # fmt: skip
OF_ALL = {
    "en": ["In 2019 there were 15,000 doctors.", "In 2019 every one of the 1,000 doctors left."],
    "de": ["2019 gab es 10.000 Ärzte.", "2019 gab es 15 Ärzte."],
    "mk": ["Во 2019 бројот на лекари порасна на 10.000.", "Во 2019 имаше 15 лекари."],
}


@pytest.mark.parametrize(
    ("language", "said"), [(each, said) for each in sorted(languages()) for said in FOR_EVERY_SO_MANY[each]]
)
def test_a_figure_of_every_so_many_says_so(language, said):
    claim = read_text(said, said=SAID, language=language).claims[0]
    assert claim.per_many
    assert query_of(claim).per_many
    assert not query_of(replace(claim, per_many=False)).per_many  # the words are not read again


@pytest.mark.parametrize(("language", "said"), [(each, said) for each in sorted(languages()) for said in OF_ALL[each]])
def test_a_figure_of_all_does_not(language, said):
    assert not any(claim.per_many for claim in read_text(said, said=SAID, language=language).claims)


@pytest.mark.parametrize("version", [0, 3, RELATIONS - 1])
def test_a_claim_that_was_kept_before_is_read_for_it(version):
    claim = read_text(FOR_EVERY_SO_MANY["en"][0], said=SAID).claims[0]
    assert fully_read(replace(claim, per_many=False, relations=version)).per_many
