"""Whether a claim denies is read with it, in each language by its own words; who compares two claims asks the slot."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from workbench.core.claim import RELATIONS, Claim
from workbench.core.corrections.correction import Slot
from workbench.core.encoding.codec import decode, encode
from workbench.desk.verdicts.earlier_version_claims import fully_read
from workbench.extract import read_text
from workbench.extract.corrections.corrected_claim import corrected
from workbench.extract.words.word_files import languages
from workbench.match import query_of, rank_known
from workbench.match.checked_before.known_claims import known_in

SAID = date(2021, 7, 20)
DENIED = {
    "en": ["In 2019 the unemployment rate was not 7 percent.", "In 2019 the rate of unemployment wasn't 7 percent."],
    "de": [
        "Die Arbeitslosenquote betrug 2019 nicht 7 Prozent.",
        "Die Arbeitslosenquote war 2019 keine 7 Prozent.",
        "Bei 7 Prozent lag die Arbeitslosenquote 2019 nicht.",
    ],
    "mk": ["Стапката на невработеност во 2019 година не беше 7 отсто.", "Во 2019 година невработеноста никогаш не беше 7 отсто.", "Стапката на невработеност во 2019 година не била 7 отсто.", "Невработеноста во 2019 година, рече министерот, не изнесувала точно 7 отсто."],
}  # fmt: skip
SAID_SO = {
    "en": ["In 2019 the unemployment rate was 7 percent.", "In 2019 unemployment was no less than 7 percent.", "In 2019 it was not only 7 percent."],
    "de": [
        "Die Arbeitslosenquote betrug 2019 7 Prozent.",
        "Die Arbeitslosenquote betrug 2019 nicht weniger als 7 Prozent.",
        "2019 waren nicht nur 7 Prozent arbeitslos.",
        "Die Arbeitslosenquote betrug 2019 niemals weniger als 7 Prozent.",
        "Da ist nichts zu beschönigen: Die Arbeitslosenquote betrug 2019 7 Prozent.",
    ],
    "mk": [
        "Стапката на невработеност во 2019 година беше 7 отсто.",
        "Во 2019 година невработеноста не беше помалку од 7 отсто.",
        "Да не згрешам, невработеноста во 2019 година беше 7 отсто.",
    ],
}  # fmt: skip


def read(said: str, language: str) -> Claim:
    return read_text(
        said, said=SAID, place={"en": "GBR", "de": "DEU", "mk": "MKD"}[language], language=language
    ).claims[0]


def cases(of: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(each, said) for each in sorted(languages()) for said in of[each]]


@pytest.mark.parametrize(("language", "said"), cases(DENIED))
def test_what_is_denied_is_no_repeat_of_what_was_said_so(language, said):
    claim = read(said, language)
    assert claim.denied
    before = replace(read(SAID_SO[language][0], language), id="before", document="d")
    (known,) = rank_known(claim, [before])
    assert known.relationship == "reversed"
    assert rank_known(replace(claim, denied=False), [before])[0].relationship == "repeat"  # no words are read again


@pytest.mark.parametrize(("language", "said"), cases(SAID_SO))
def test_what_hedges_or_emphasises_denies_nothing(language, said):
    assert not any(claim.denied for claim in read_text(said, said=SAID, language=language).claims)


@pytest.mark.parametrize(("language", "said"), cases(DENIED))
def test_a_text_without_one_claim_says_whether_it_denies(language, said):
    """Of what another newsroom checked as many claims as it likes may be read."""
    reading = read_text(f"{said} {said}", said=SAID, language=language)
    assert len(reading.claims) == 2
    assert reading.denied
    claim = read(SAID_SO[language][0], language)
    known = known_in(claim, "https://elsewhere.example/1", f"{said} {said}", reading)
    assert known is not None
    assert known.relationship == "reversed"


@pytest.mark.parametrize("version", [0, 3, RELATIONS - 1])
def test_a_claim_that_was_kept_before_gets_its_slots_and_loses_nothing(version):
    said = "In 2019 not all industries had 7 percent."
    claim = read(said, "en")
    assert claim.of_rate
    assert claim.all_of
    row = json.loads(encode(claim))
    for slot in ("denied", "of_rate", "all_of"):
        row.pop(slot, None)
    assert fully_read(replace(decode(Claim, json.dumps(row)), relations=version)) == claim


RATES = {
    "en": ["Of every hundred children 56 had one.", "A third had one, or 12."],
    "de": ["Von hundert Kindern hatten 56 eines.", "Die Quote lag bei 56.", "Jeder zweite der 56 hatte eines."],
    "mk": ["Стапката беше 56.", "Половина имаа по едно, или 56."],
}
COUNTS = {
    "en": ["In 2019 56 children had one."],
    "de": ["2019 hatten 56 Kinder eines.", "2019 gab es 56 Piraten und 40 Beraterinnen."],
    "mk": ["Во 2019 имаше 56 деца."],
}


@pytest.mark.parametrize(("language", "said"), cases(RATES))
def test_a_sentence_that_speaks_of_a_share_or_a_rate_says_so(language, said):
    claim = read(said, language)
    assert claim.of_rate
    assert query_of(claim).of_rate


@pytest.mark.parametrize(("language", "said"), cases(COUNTS))
def test_a_sentence_that_counts_does_not(language, said):
    claim = read(said, language)
    assert not claim.of_rate
    assert query_of(replace(claim, of_rate=True)).of_rate


def test_a_measure_that_is_put_right_says_whether_it_is_a_rate():
    claim = read("In 2019 56 children had one.", "en")
    assert corrected(claim, Slot.MEASURE, "vaccination rate").of_rate


@pytest.mark.parametrize(
    ("language", "said", "behind"),
    [
        ("en", "Output of all industries fell by 4 percent in 2019.", "industries"),
        ("en", "Output of small industries fell by 4 percent in 2019.", None),
        ("de", "Die Produktion aller Branchen sank 2019 um 4 Prozent.", "Branchen"),
        ("mk", "Производството во сите индустрии падна за 4 отсто во 2019.", "индустрии"),
    ],
)
def test_what_is_told_of_all_its_kind_stands_right_behind(language, said, behind):
    claim = read(said, language)
    found = [claim.context[span.end - claim.sentence.start :].split()[0] for span in claim.all_of]
    assert found == ([behind] if behind else [])
