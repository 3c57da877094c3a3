"""Normalises words for search: removes case, accents and endings, and drops stop words.

`STOP` are function words and words of reporting ("the", "rose", "according"); they name no measure. `FRAME` are words that occur in
statistics of everything ("total", "rate", "number of"); they count a little, and never alone.

These lists are English, the language of titles, into which every query is translated (`translation`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from workbench.match.words.english_stems import stem

LONGEST_TEXT = 4_000
"""Maximum number of code points read from a text. More of a title or a pasted page adds nothing about the measure."""

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")

STOP = frozenset(
    """
    a about above across according added adding after again against ago all almost alone along already also although always
    am among an and announced another any are around as aside at average away back be became because become been before began
    being below between both but by came can claimed claims compared comparison continue continued could country countries
    current currently day days declared declined decrease decreased decreases did do does doing double doubled down drop
    dropped during each earlier either emphasized ending enough even ever every exactly fact fall fallen falling far fell few
    first five following for four from further gave get give given go goes going gone got grew grow grown had half halved has
    have having he her here high higher highest him his how however i if in increase increased increases increasing into is
    it its itself just kept last lately later latest least less let like little low lower lowest made make many may me mean
    means meanwhile might million billion trillion thousand hundred minister ministry more moreover most mr mrs much must my
    nearly never nevertheless new next nine no nobody nor not noted nothing noting now of off often on once one ones only onto
    or other others our out over own past percent percentage per period pointed points previous prime quarter ranked reached
    record recorded reduce reduced reducing reduction regard regards remained remaining respectively result rise risen rising
    rose roughly said same saw say saying says second see seen seven several shall she should show showed shown shows since
    six slightly so some soon spoke spokesman started still stood stressed such ten than thanks that the their them then
    there these they third this those three through thus times to today together told too toward towards tripled two under
    until up upon us used very was we well went were what when where whether which while who whole whom whose why will with
    within without worth would year years yesterday yet you your month months week weeks january february march april june
    july august september october november december annual annually yearly monthly quarterly people
    cent eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """.split()  # noqa: SIM905  (a page of words reads better than a page of quoted words)
)

FRAME = frozenset(
    stem(word)
    for word in """
    adjusted amount area base based case category change changed combined constant count data end estimate figure general growth index
    indicator individual individuals international item kind level main measure measured modeled national net number official overall part people
    percent percentage person persons proportion quantity rank ranked rate ratio relative reported selected series share size statistics
    status sum survey thousands total type unit value various volume world
    """.split()  # noqa: SIM905  (a list of words reads better than a list of strings)
)
"""Stems of frame words."""

FRAME_WEIGHT = 0.25
"""Weight of a frame word; a naming word has 1."""

_KNOWN_WORDS = 200_000
_LONG_NON, _NO_DENIAL = 9, frozenset({"nonetheless", "nonsense", "nonchalant"})


def fold(word: str) -> str:
    """Normalise a word: no case, accents, compatibility forms or possessive.

    >>> fold("Économique"), fold("CO₂"), fold("Macedonia’s")
    ('economique', 'co2', 'macedonia')
    """
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").removesuffix("'s")


def words(text: str) -> list[str]:
    """Split a text into folded words, in order; figures are words too, punctuation is not."""
    return list(chain.from_iterable(map(_parts, _WORD.findall(text[:LONGEST_TEXT]))))


def keys(text: str) -> list[str]:
    """Stem the words of a text without stop words, in order, as titles are indexed."""
    return list(chain.from_iterable(map(_keys, _WORD.findall(text[:LONGEST_TEXT]))))


@lru_cache(maxsize=_KNOWN_WORDS)
def _parts(word: str) -> tuple[str, ...]:
    """Split a word at its points: initials stay one word ("U.S." is "us"), figures keep their point."""
    word = fold(word)
    if word.startswith("non") and len(word) >= _LONG_NON and word.isalpha() and word not in _NO_DENIAL:
        return ("non", word[3:])  # "noninstitutionalized" is also written "non-institutionalized"
    if word.isalnum():
        return (word,)
    pieces = [piece for piece in re.split(r"[.']", word) if piece]
    if all(len(piece) == 1 and piece.isalpha() for piece in pieces):
        return ("".join(pieces),) if pieces else ()
    return (word,) if all(piece.isdigit() for piece in pieces) else tuple(pieces)


@lru_cache(maxsize=_KNOWN_WORDS)
def _keys(word: str) -> tuple[str, ...]:
    return tuple(stem(part) for part in _parts(word) if part not in STOP)


@lru_cache(maxsize=_KNOWN_WORDS)
def is_frame(key: str) -> bool:
    """Check whether a stem is a frame word; a year and a single letter count as such."""
    return key in FRAME or len(key) == 1 or key.replace(".", "").isdigit()


def naming(stems: Iterable[str]) -> frozenset[str]:
    """Select the stems that name something, without frame words.

    >>> naming(["unemploy", "rate", "2019"])
    frozenset({'unemploy'})
    """
    return frozenset(key for key in stems if not is_frame(key))
