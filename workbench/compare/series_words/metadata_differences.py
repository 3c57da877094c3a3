"""Differences between two series of the same measure, by their publishers' words.

Two offices seldom disagree about the world. They count other people, or adjust, price, round or publish differently.
What the metadata say is reported; what they do not say is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.core.series import Series

_WORD = re.compile(r"[^\W\d_]{3,}")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_GENERIC = frozenset({
    "and", "annual", "annually", "average", "data", "figure", "for", "from", "level", "monthly", "number", "per", "percent",
    "percentage", "quarterly", "rate", "ratio", "share", "statistic", "the", "total", "volume", "with", "year", "yearly",
})  # fmt: skip
"""Words of titles that name no measure."""

_OPPOSED: tuple[tuple[tuple[str, re.Pattern[str]], ...], ...] = tuple(
    tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in row)
    for row in (
        (("men", "men|males?|man"), ("women", "wom[ae]n|females?")),
        (("gross", "gross"), ("net", "net")),
        (
            ("real", "real|constant (?:[0-9]{4} )?prices?|volumes?|chain[- ]linked"),
            ("nominal", "nominal|current prices?"),
        ),
        (("young people", "youth|young|15-24|under 25"), ("older people", "elderly|older|65 and over")),
        (("urban", "urban|cities"), ("rural", "rural")),
        (("exports", "exports?"), ("imports", "imports?")),
        (("immigration", "immigration|immigrants?|inflows?"), ("emigration", "emigration|emigrants?|outflows?")),
        (("births", "births?|natality|fertility"), ("deaths", "deaths?|mortality")),
        (
            ("seasonally adjusted", "seasonally adjusted"),
            ("not adjusted", "(?:unadjusted|not (?:seasonally )?adjusted)"),
        ),
        (("foreigners", "foreign|non-nationals?"), ("nationals", "nationals?|citizens")),
        (("first-time", "first[- ]time"), ("repeated", "repeat(?:ed)?|subsequent")),
        (("harmonised", "harmonised|hicp"), ("national", "national definition")),
    )
)
"""Opposite words in titles, which say what was counted; two series may have one each, or only one of them has one."""

_LONGEST = 140


def words_of(title: str) -> frozenset[str]:
    """List the words of a title that name the measure, in the singular, without remarks in brackets.

    >>> sorted(words_of("Unemployment rates, total (% of labor force)"))
    ['unemployment']
    """
    return frozenset(
        stem for word in _WORD.findall(_ASIDE.sub(" ", title).lower()) if (stem := _singular(word)) not in _GENERIC
    )


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def same_measure(one: Series, other: Series) -> bool:
    """Check whether two titles name the same measure: half of all words shared, like units, no opposites."""
    ours, theirs = words_of(one.title), words_of(other.title)
    shared = len(ours & theirs) * 2 >= len(ours | theirs) > 0
    return shared and one.unit.dimension is other.unit.dimension and not opposed(one, other)


def opposed(one: Series, other: Series) -> tuple[tuple[str, str], ...]:
    """Find opposite words in two titles: ``("women", "all")``, ``("gross", "net")``, the first series' word first.

    >>> from workbench.core.series import SeriesRef
    >>> male, both = (Series(ref=SeriesRef("x", t), title=t) for t in ("Unemployment, male", "Unemployment"))
    >>> opposed(male, both)
    (('men', 'not so named'),)
    """
    found = ((_side(one, row), _side(other, row)) for row in _OPPOSED)
    return tuple((a or "not so named", b or "not so named") for a, b in found if a != b)


def _side(series: Series, row: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    """Find which word of a pair of opposites a title has; empty for none and for both."""
    prices = f"{series.unit.prices} prices" if series.unit.prices else ""
    text = f"{series.title} {prices}"
    there = [name for name, pattern in row if pattern.search(text)]
    return there[0] if len(there) == 1 else ""


def differences(one: Series, other: Series) -> tuple[str, ...]:
    """List differences in the publishers' words, a phrase each, the first series' word first."""
    return tuple(_differences(one, other))


def _differences(one: Series, other: Series) -> Iterator[str]:
    yield from (f"named: {a} against {b}" for a, b in opposed(one, other))
    yield from _difference("definition", _short(one.description), _short(other.description))
    yield from _difference("unit", str(one.unit), str(other.unit))
    yield from _difference("prices", one.unit.prices, other.unit.prices)
    yield from _difference("adjustment", one.adjusted, other.adjusted, "none named")
    yield from _difference("frequency", *(each.frequency.value if each.frequency else "" for each in (one, other)))
    yield from _difference("last updated", *(each.updated.isoformat() if each.updated else "" for each in (one, other)))
    yield from _difference("years covered", *(_years(each) for each in (one, other)))


def _difference(what: str, one: str, other: str, unnamed: str = "") -> Iterator[str]:
    """Yield one difference; where only one of the two says anything, silence must have a meaning too."""
    if one != other and ((one and other) or unnamed):
        yield f"{what}: {one or unnamed} against {other or unnamed}"


def _short(text: str) -> str:
    words = " ".join(text.split()).rstrip(".")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def _years(series: Series) -> str:
    return f"{series.first}–{series.last}" if series.first and series.last else ""
