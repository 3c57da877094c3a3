"""Of whom or what alone a figure is told: by contrast, by another definition, by the words that open the sentence."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.claim import Sort
from workbench.extract import read_text

ALONE = [
    ("en", "If you take doctors, not nurses, we had 2.9 per thousand in 2015.", "doctors"),
    ("en", "Tremors and tsunamis, not floods or landslides, accounted for 3,400 of the dead in 2018.", "tsunamis"),
    ("en", "It was not nurses but doctors: 2.9 per thousand in 2015.", "doctors"),
    ("de", "Es waren Ärzte, nicht Pflegekräfte: 2,9 je 1.000 Einwohner im Jahr 2015.", "Ärzte"),
    ("en", "Under the expanded definition unemployment averaged 37.0% in 2018.", "expanded"),
    ("de", "Nach der erweiterten Definition lag die Arbeitslosenquote 2018 bei 37 Prozent.", "erweiterten Definition"),
    ("mk", "Според проширената дефиниција невработеноста беше 37 проценти во 2018.", "проширената"),
    ("en", "Of the young women who wanted to work in 2018, fifty-eight in every hundred could not find a job.", "young women"),
    ("en", "Prices without the energy, core inflation they call it, rose by 7.36 percent in 2021.", "energy"),
]  # fmt: skip

OF_ALL = [
    ("en", "By the official definition unemployment was 37 % in 2018."),
    ("de", "Nach der amtlichen Definition lag die Arbeitslosenquote 2018 bei 37 Prozent."),
    ("mk", "Според официјалната дефиниција невработеноста беше 37 проценти во 2018."),
    ("en", "Unemployment was 5 percent, not 6 percent, in 2018."),
    ("en", "Unemployment was up, not down, at 5 percent in 2018."),
]


@each(("language", "said", "whom"), ALONE)
def test_of_whom_alone_it_is_told(language: str, said: str, whom: str):
    claim = read_text(said, language=language).claims[-1]
    assert claim.qualified(Sort.AMONG).value.what.endswith(whom)


@pytest.mark.parametrize(("language", "said"), OF_ALL)
def test_of_all_it_is_told(language: str, said: str):
    assert [claim.quote for claim in read_text(said, language=language).claims if claim.qualified(Sort.AMONG)] == []
