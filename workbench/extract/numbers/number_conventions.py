"""Decide how a document writes numbers, from its own figures, its language and its country.

"10.455 crossings" means ten thousand in Skopje and ten in London, and a speech from Skopje may be in English. Where the
document, its country and what is counted do not agree, both readings are kept.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum

from workbench.extract.numbers.decimal_signs import FigureForm, WrittenFigure, written_figures
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH, UNDETERMINED, file_for

_OTHER = {".": ",", ",": "."}
_MOST = 3
"""How many times more often one decimal sign must be shown than the other for the rarer to be taken for a slip."""


def _codes(words: str) -> frozenset[str]:
    return frozenset(words.split())


_POINT_PLACES = _codes(
    "USA GBR IRL AUS NZL IND PAK BGD LKA NPL CHN JPN KOR TWN HKG SGP MYS PHL THA ISR MEX GTM SLV HND NIC PAN DOM PRI"
    " NGA KEN GHA UGA TZA ZWE ZMB BWA EGY SAU ARE QAT KWT BHR OMN JOR LBN CHE LIE MLT JAM TTO BHS BRB FJI PNG"
)
_COMMA_PLACES = _codes(
    "ALB AND AUT BEL BGR BIH BLR BRA ARG CHL COL CRI CUB CYP CZE DEU DNK ECU ESP EST FIN FRA GEO GRC GRL HRV HUN IDN ISL"
    " ITA KAZ LTU LUX LVA MDA MKD MNE NLD NOR PRT PRY POL ROU RUS SRB SVK SVN SWE TUR UKR URY UZB VEN BOL PER VNM XKX"
    " ARM AZE DZA MAR TUN AGO MOZ"
)
_COMMA_LANGUAGES = _codes(
    "fr it es pt nl sv no nb nn da fi pl cs sk sl hr sr bs sq bg ro hu el tr ru uk be et lv lt is ca gl eu id vi"
)


class Nature(Enum):
    """What the thing counted suggests: things suggest thousands, rates and shares decimals; zeros mean thousands."""

    ROUND = "round"
    WHOLE = "whole"
    FRACTION = "fraction"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Writing:
    """The decimal sign of a document, by each kind of evidence; empty where there is no evidence.

    Attributes:
        document: The sign that its own figures show.
        place: The sign usual in its country.
        language: The sign usual in its language.
        english: Whether it is in English, where a comma before three digits separates thousands unless the document
            shows otherwise.
        mixed: Whether some of its figures show one decimal sign and some the other, so that they prove nothing about
            the rest.
    """

    document: str = ""
    place: str = ""
    language: str = "."
    english: bool = True
    mixed: bool = False

    def reads(self, form: WrittenFigure, nature: Nature) -> tuple[str, bool]:
        """Decide the decimal sign of an ambiguous figure, and whether that is in doubt.

        >>> from workbench.extract.numbers.decimal_signs import written_figures
        >>> (form,) = written_figures("10.455")
        >>> [Writing(place=place).reads(form, Nature.WHOLE) for place in (",", ".", "")]
        [(',', False), (',', True), (',', True)]
        """
        if self.mixed and nature is not Nature.ROUND:
            return replace(self, mixed=False).reads(form, nature)[0], True
        if self.english and form.sign == "," and self.document != ",":
            return ".", False
        if nature is Nature.ROUND:
            return _OTHER[form.sign], self.document == form.sign
        wish = {Nature.WHOLE: _OTHER[form.sign], Nature.FRACTION: form.sign, Nature.EITHER: ""}[nature]
        sign = self.document or self._home()
        if sign:
            return (sign, False) if wish in {"", sign} else (wish, True)
        if wish:
            return wish, wish not in {self.place, self.language if not self.place else ""}
        return self.place or self.language or _OTHER[form.sign], True

    def _home(self) -> str:
        """Return the decimal sign by language and country where they agree; English alone is no evidence."""
        if self.english and not self.place:
            return ""
        if not (self.place and self.language):
            return self.place or self.language
        return self.place if self.place == self.language else ""


def writing_of(text: str, language: str = "en", place: str | None = None) -> Writing:
    """Find how a document writes its figures.

    >>> writing_of("Inflation was 12,3 percent.").document, writing_of("No figure.", place="MKD").place
    (',', ',')

    Args:
        text: The whole document.
        language: Two letters.
        place: The document's country, ISO 3166 alpha-3.
    """
    words = file_for(language)
    shown, mixed = _shown(text, words)
    return Writing(shown, _of_place(place), _of_language(language, words), words == ENGLISH, mixed)


def _shown(text: str, words: str) -> tuple[str, bool]:
    """Return the decimal sign that nearly all figures show, and whether the figures show both."""
    votes: Counter[str] = Counter()
    grouped = 0
    for form in written_figures(text, words):
        if form.kind is FigureForm.DECIMAL:
            votes[form.sign] += 1
        elif form.kind is FigureForm.GROUPS and form.sign:
            votes[_OTHER[form.sign]] += 1
        elif form.sign == "," and words == ENGLISH:
            grouped += 1
    if not votes:
        return "." if grouped > 1 else "", False
    (most, count), *others = votes.most_common()
    agreed = not others or count >= _MOST * others[0][1]
    return most if agreed else "", not agreed


def _of_place(place: str | None) -> str:
    return "." if place in _POINT_PLACES else "," if place in _COMMA_PLACES else ""


def _of_language(language: str, words: str) -> str:
    if words != UNDETERMINED:
        return grammar(words).decimal
    return "," if language[:2].casefold() in _COMMA_LANGUAGES else ""
