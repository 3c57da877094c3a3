"""The grammar of a language: how it writes figures, and the roles of its words.

"16.000" is sixteen thousand in Berlin and sixteen in London, the words behind "von" decide whether it is "of" or
"from", and "fünfundzwanzig" is one word. The lexer decides all this, so that the rules after it are the same for each
language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.extract.words.joined_numbers import joined_numbers
from workbench.extract.words.word_files import ENGLISH, raw_tables, roles

_NEAR = 14
_HEDGED = 4
_YEAR = re.compile(r"(?:1\d|20|21)\d\d\Z")


@dataclass(frozen=True, slots=True)
class RoleInContext:
    """Another role of a word beside certain words.

    Attributes:
        role: The role in this context.
        next: What must follow: words, or one of ``figure``, ``year``, ``month`` (a hedge may stand before the figure).
        ahead: Words of which one must follow within a few words; "word figure" asks for a figure behind the word.
        behind: What must stand right before: words, or ``figure``.
        not_behind: Words that must not stand right before.
        led: Words of which one must stand before the figure right before the word ("од 800 на 1.000").
    """

    role: str
    next: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grammar:
    """The rules of a language that the lexer applies.

    Attributes:
        decimal: The decimal sign; empty for an unknown language, where it may be a point or a comma.
        groups: Signs between groups of three digits.
        abbreviations: Words that have a full stop of their own.
        roles: The role of each word that has one.
        turns: For each word, the contexts in which it has another role.
        months: Names of months.
        hedges: Words of hedges before a figure, and adverbs and adjectives used in the same way ("only", "magere").
        figures: Words that a written number may begin with.
        noun: How to recognise a noun behind a figure: ``plural``, ``capital``, ``next`` or ``none``.
        verbs_last: Whether a verb may stand behind its object and adverbs ("um 5 Prozent gesunken").
        ago_first: Whether "ago" stands before the number ("vor zehn Jahren").
        scale: The word at which a joined number is split ("tausend"); empty where numbers are not joined.
        one: The word for one in a joined number ("eintausend").
    """

    decimal: str
    groups: str
    abbreviations: tuple[str, ...]
    roles: Mapping[str, str]
    turns: Mapping[str, tuple[RoleInContext, ...]]
    months: frozenset[str]
    hedges: frozenset[str]
    figures: frozenset[str]
    noun: str
    verbs_last: bool
    ago_first: bool
    scale: str = ""
    one: str = ""

    def digits(self, raw: str) -> str:
        """Rewrite digits as English writes them.

        >>> [grammar("de").digits(t) for t in ("16.000", "36,5", "1.234,5", "2021")]
        ['16,000', '36.5', '1,234.5', '2021']
        """
        if "٬" in raw or "٫" in raw:
            return raw.replace("٬", ",").replace("٫", ".")
        decimal = self.decimal or _either(raw)
        whole, mark, rest = raw.rpartition(decimal) if decimal in raw and decimal else (raw, "", "")
        if not mark and raw.count(".") == 1 and len(raw.rpartition(".")[2]) != 3:
            return raw  # "22.04" is a date or time, and "16.5" is written as in English
        for sign in self.groups:
            whole = whole.replace(sign, ",")
        return whole + ("." + rest if mark else "")

    def parts(self, low: str) -> tuple[str, ...]:
        """Split a joined number at its thousands; any other word stays whole.

        >>> grammar("de").parts("zweihundertfünfzigtausend"), grammar("de").parts("tausendsassa")
        (('zweihundertfünfzig', 'tausend'), ('tausendsassa',))
        """
        if not self.scale or self.scale not in low or low == self.scale:
            return (low,)
        head, scale, tail = low.partition(self.scale)
        tail = tail.removeprefix("und") if tail.removeprefix("und") in self.figures else tail
        if (head and head not in self.figures and head != self.one) or (tail and tail not in self.figures):
            return (low,)
        return tuple(part for part in (head, scale, tail) if part)

    def role(self, lows: Sequence[str], i: int) -> str:
        """Find the role of a word in its context; the word itself where it has none.

        >>> grammar("de").role(["von", "27", "auf", "16"], 0), grammar("de").role(["anstieg", "von", "5"], 1)
        ('from', 'of')
        """
        low = lows[i]
        for turn in self.turns.get(low, ()):
            if self._fits(turn, lows, i):
                return turn.role
        return self.roles.get(low, low)

    def _fits(self, turn: RoleInContext, lows: Sequence[str], i: int) -> bool:
        before = lows[i - 1] if i else ""
        figure = lows[i - 2] if before == "-" and i > 1 else before  # past the hyphen: "drei- bis vierhundert"
        counted = "figure" in turn.behind and (figure[:1].isdigit() or figure in self.figures)
        if (turn.behind and before not in turn.behind and not counted) or before in turn.not_behind:
            return False
        if turn.led and (i < 2 or lows[i - 2] not in turn.led):
            return False
        if turn.ahead and not any(self._is_ahead(word, lows, i) for word in turn.ahead):
            return False
        return not turn.next or any(self._follows(kind, lows, i + 1) for kind in turn.next)

    def _is_ahead(self, word: str, lows: Sequence[str], i: int) -> bool:
        """Check whether a word follows within a few words; "auf figure" asks for a figure behind it."""
        word, _, kind = word.partition(" ")
        places = (k for k in range(i + 1, min(i + 1 + _NEAR, len(lows))) if lows[k] == word)
        return any(not kind or self._follows(kind, lows, k + 1) for k in places)

    def _follows(self, kind: str, lows: Sequence[str], j: int) -> bool:
        if kind == "figure":
            stop = j + _HEDGED
            while j < min(stop, len(lows)) and lows[j] in self.hedges:
                j += 1
            return j < len(lows) and (lows[j][0].isdigit() or lows[j] in self.figures)
        following = lows[j] if j < len(lows) else ""
        if kind == "year":
            return bool(_YEAR.match(following))
        return following in self.months if kind == "month" else following == kind


def _either(raw: str) -> str:
    """Guess the decimal sign of an unknown language: the last of two signs, or one without three digits behind it."""
    marks = [c for c in raw if c in ".,"]
    grouped = len(set(marks)) < 2 and len(re.split(r"[.,]", raw)[-1]) == 3
    return "" if not marks or grouped else marks[-1]


@cache
def grammar(language: str) -> Grammar:
    """Build the grammar of a language from its word file.

    >>> grammar("en").decimal, grammar("de").decimal, grammar("de").verbs_last
    ('.', ',', True)
    """
    file = raw_tables(language)
    table, numbers = file["grammar"], file["numbers"]
    joined: list[str] = numbers["joined"]
    of: list[str] = file["grammar"]["roles"]["of"]
    figures = {*numbers["small"], *numbers["tens"], *numbers["hundreds"], *numbers["mixed"], *numbers["fractions"]}
    return Grammar(
        decimal=table["decimal"],
        groups=table["groups"],
        abbreviations=tuple(table["abbreviations"]),
        roles=roles(language),
        turns=_turns(table["turns"]),
        months=frozenset(file["periods"]["months"]),
        hedges=frozenset(
            w for part in file["hedges"]["before"].values() for words in part for w in _of_hedge(words.split(), of)
        )
        | frozenset([*table["adverbs"], *file["changes"]["bare"]["emphasis"]]),
        figures=frozenset(figures | set(joined_numbers(language))),
        noun=table["noun"],
        verbs_last=table["verbs_last"],
        ago_first=table["ago_first"],
        scale=joined[2] if joined else "",
        one=joined[3] if joined else "",
    )


def _of_hedge(words: Sequence[str], of: Collection[str]) -> Sequence[str]:
    """Take the words of a hedge that hedge alone too: "above the | mark | of 5" without its noun, which names a thing elsewhere."""
    return [*words[:-2], words[-1]] if len(words) > 2 and words[-1] in of else words


def _turns(rows: Sequence[Mapping[str, Any]]) -> dict[str, tuple[RoleInContext, ...]]:
    found: dict[str, tuple[RoleInContext, ...]] = {}
    for row in rows:
        sets = {name: frozenset(row.get(name, ())) for name in ("next", "ahead", "behind", "not_behind", "led")}
        for word in row["words"]:
            found[word] = (*found.get(word, ()), RoleInContext(row["role"], **sets))
    return found


def has_articles(language: str) -> bool:
    """Check whether a language has words for "a" and "the".

    >>> has_articles("en"), has_articles("de"), has_articles("mk")
    (True, True, False)
    """
    return language == ENGLISH or "a" in grammar(language).roles.values()


@cache
def auxiliaries(language: str) -> frozenset[str]:
    """List the auxiliary verbs of a language, as written.

    >>> "wurde" in auxiliaries("de"), "reached" in auxiliaries("en")
    (True, False)
    """
    return frozenset(raw_tables(language)["phrases"]["auxiliaries"])
