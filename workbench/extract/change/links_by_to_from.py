"""Links between a figure and a word of change: "fell by 5 %", "fell to 5 %", "a 5 % fall".

The small word between verb and figure ("by", "to", "from") decides whether the figure is the size of the change,
the value it starts from or the value it ends at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.core.claim import Direction, Mention
from workbench.core.quantity import Amount, Dimension
from workbench.extract.amounts.bounds_by_verbs import denies_from_afar
from workbench.extract.amounts.hedges import denied_bound, hedge_before, past_emphasis
from workbench.extract.change.denied_changes import denial
from workbench.extract.change.durations_as_change_size import is_size
from workbench.extract.change.level_descriptions import past_level
from workbench.extract.change.limits_passed import limit_passed
from workbench.extract.change.lost_and_gained import lost_or_gained, names_stretch
from workbench.extract.change.more_behind_nouns import more_behind_noun
from workbench.extract.change.split_verbs import RELATIVE, is_another, takes_off, verb_behind
from workbench.extract.change.verb_particles import PARTICLES, is_verb_particle
from workbench.extract.time.year_figures import year_at
from workbench.extract.units.words_before_counted_noun import tied_end
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.grammar import grammar, has_articles
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at, words_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import noun_words

_NEAR, _OF_NEAR, _DESCRIPTIONS, _TARGET = 10, 6, 4, 18
_OBJECT = 6
_COUNTED = frozenset({Dimension.COUNT, Dimension.UNKNOWN})
_BEFORE_NOUN = frozenset({"a", "an", "the", "this", "that", "another", "of", "its", "their"})
_HEDGING = frozenset({"some", "about", "almost", "nearly", "roughly"})
_SHARES = frozenset({Dimension.SHARE, Dimension.POINTS})
_INSIDE = PARTICLES | {"the", "its", "their", "our", "his", "her", "of", "only", "just"}
_IS = frozenset({"is", "are", "was", "were", "be", "been"})
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "its", "their", "our", "another", "his", "her"})
_ENDS = frozenset({";", ":", ".", "?", "!", "(", ")"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "went", "go", "goes", "%", ",", "(", ""})


@dataclass(frozen=True, slots=True)
class ChangeLink:
    """A word of change and how a figure is linked to it.

    Attributes:
        direction: Up, down or flat.
        word: The index of the word of change.
        how: ``by``, ``from`` or ``to``.
        verb: Whether the word is a verb.
        shared: Whether another figure was linked to the word first ("exports grew 5 %, imports 7 %").
    """

    direction: Direction
    word: int
    how: str
    verb: bool = False
    shared: bool = False


def link_of(tokens: Tokens, amount: Mention[Amount], at: tuple[int, int]) -> ChangeLink | None:
    """Find the word of change that an amount is linked to.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> said = "Thefts fell to 340.", "Thefts fell by 340.", "Thefts reached 340."
    >>> links = [link_of(lex(text), find_amounts(text)[0], (len(lex(text)) - 2, len(lex(text)) - 1)) for text in said]
    >>> [link and (link.direction.value, link.how) for link in links]
    [('down', 'to'), ('down', 'by'), None]

    Args:
        tokens: The sentence.
        amount: The amount.
        at: The index of its first token and the index behind its last.
    """
    if amount.value.unit.name == "time" or (
        amount.value.unit.dimension is Dimension.DURATION and not is_size(tokens, at[0])
    ):
        return None
    before = " ".join(tokens.lows[: at[0]])
    if denied_bound(tokens, at[0]) is not None or denies_from_afar(before, amount.value, tokens.language):
        return None  # "never fell below 5" states a bound and no change
    behind = verb_behind(tokens, at, amount.value.unit.dimension)
    if behind is not None:
        return ChangeLink(*behind, verb=True)
    link = _inside(tokens, at) or _behind(tokens, amount, at) or _before(tokens, amount, at[0])
    moved = None if link else lost_or_gained(tokens, amount.value.unit, at) or more_behind_noun(tokens, at[1])
    if moved is not None:
        link = ChangeLink(*moved, "by", verb=True)
    if link is not None and link.verb and (denial(tokens, link.word) is not None or is_another(tokens, link.word)):
        return None
    return link


def _inside(tokens: Tokens, at: tuple[int, int]) -> ChangeLink | None:
    """Link a figure to a word between it and its noun, where something is compared: "1,500 fewer thefts than"."""
    i, j = at
    for k in range(i + 1, j):
        direction = ways("behind", tokens.language).get(tokens[k].low)
        if direction is not None and tokens[k].low in {"more", "fewer", "less", "extra"}:
            return ChangeLink(direction, k, "by") if _compares(tokens, j, sure=tokens[k].low == "fewer") else None
    return None


def _compares(tokens: Tokens, j: int, *, sure: bool) -> bool:
    words = [word_at(tokens, k) for k in range(j, j + 12)]
    ahead = tokens.language == ENGLISH and word_at(tokens, 0) in {"compared", "relative", "against", "versus"}
    return sure or ahead or "than" in words or "compared" in words or words[:2] == ["as", "in"] or names_stretch(tokens)


def _behind(tokens: Tokens, amount: Mention[Amount], at: tuple[int, int]) -> ChangeLink | None:
    """Link a figure to the word behind it: "a 36.5 % reduction", "10 percent lower", "40k cheaper"."""
    first, j = at
    word = word_at(tokens, j)
    direction = ways("behind", tokens.language).get(word)
    if direction is not None:
        if word_at(tokens, first - 1) in word_set("links", "at_level", tokens.language):
            return None
        loose = word in {"up", "down", "above", "below", "off"}
        if loose and amount.rule == "share":
            return None  # "one in three | below the poverty line"
        own = word_at(tokens, j + 1) not in {"to", "from"} and not is_kind(tokens, j + 1, TokenKind.NUMBER)
        counted = amount.value.unit.dimension in _COUNTED and word in {"more", "less", "extra"}
        if counted:  # "four more came", "seven less known": nothing is compared
            return ChangeLink(direction, j, "by") if _compares(tokens, j, sure=False) else None
        if not loose or (amount.value.unit.dimension in RELATIVE and own) or takes_off(tokens, at, amount):
            return ChangeLink(direction, j, "by")
    if word == "of" and amount.value.unit.dimension is Dimension.MONEY:  # "$100 billion of increase in spending"
        direction = ways("nouns", tokens.language).get(word_at(tokens, j + 1))
        return None if direction is None else ChangeLink(direction, j + 1, "by")
    return _noun_behind(tokens, (first, j), bare=amount.value.unit.dimension not in _COUNTED)


def _noun_behind(tokens: Tokens, at: tuple[int, int], *, bare: bool) -> ChangeLink | None:
    """Link a figure to the noun of change that it describes, past other attributes: "an 8 % year-on-year rise".

    Args:
        tokens: The sentence.
        at: The index of the figure's first token and the index behind its last.
        bare: Whether the noun may follow without an article before ("5 % growth", but not "46 detainees fall under it").
    """
    first, j = at
    k = j
    for _ in range(_DESCRIPTIONS):
        word = word_at(tokens, k)
        direction = ways("nouns", tokens.language).get(word)
        if direction is not None and ((bare and k == j) or _has_article(tokens, first, hedged=bare)):
            return ChangeLink(direction, k, "by")
        end = tied_end(tokens, k)
        tied = end > k + 1 and is_kind(tokens, k, TokenKind.WORD)
        if not tied and (not is_kind(tokens, k, TokenKind.WORD) or word in noun_words(tokens.language).stops):
            return None
        k = end
    return None


def _has_article(tokens: Tokens, first: int, *, hedged: bool) -> bool:
    """Check for the article or hedge by which a figure describes a noun: "a 5 % wage rise", not "5 % of prices rise"."""
    before = word_at(tokens, first - 1)
    return before in _BEFORE_NOUN or (hedged and before in _HEDGING)


def _before(tokens: Tokens, amount: Mention[Amount], i: int) -> ChangeLink | None:
    """Link a figure to the word before it: "fell by 5 %", "a drop of almost 50 percent", "up 7 %", "fell to 16 %"."""
    hedge = hedge_before(tokens, i)
    k = (hedge[1] if hedge else i) - 1
    k -= amount.rule == "fraction" and word_at(tokens, k) == "the"  # past the article: "um die Hälfte"
    k = past_emphasis(tokens, k)  # past the emphasis: "shrank by just 2.5 percent"
    how = word_at(tokens, k)
    if how == "between":
        k -= 1
        how = word_at(tokens, k)
    k = past_level(tokens, k)
    # past the article: "from the 1.4 million of 2017"
    k -= word_at(tokens, k) == "the" and word_at(tokens, k - 1) in {"from", "to"}
    how = word_at(tokens, k)
    if how in {"by", "of", "from", "to"}:
        return _through(tokens, k - 1, how)
    if how == "for" and amount.value.unit.dimension in _SHARES and _of_nothing(tokens, amount, i):
        return _through(tokens, k - 1, "by")  # "rose for 5 percent", as English is written in the Balkans
    limit = None if hedge is None else limit_passed(tokens, hedge[1])
    if limit is not None and (verb := _past_subject(tokens, k, limit)) is not None:
        return _through(tokens, verb, "to")  # "fell below 5 %" gives the value it fell to
    amounting = _IS | word_set("links", "amounting", tokens.language)
    verb = k - (how in word_set("links", "thus", tokens.language))
    if word_at(tokens, verb) in amounting and amount.value.unit.dimension in RELATIVE:
        return _link_of_subject(tokens, verb - 1)
    return _direct(tokens, amount, k)


def _past_subject(tokens: Tokens, k: int, limit: Direction) -> int | None:
    """Find the verb that leads to a limit, past the subject that some languages put between: "sank | die Quote unter 5 %"."""
    verbs = ways("verbs", tokens.language)
    there = (back for back in _back_over_nouns(tokens, k) if verbs.get(tokens[back].low) is limit)
    return next((back for back in there if not is_verb_particle(tokens, back)), None)


def _back_over_nouns(tokens: Tokens, k: int) -> Iterator[int]:
    """Yield the words back from one, over a subject or an object, and the word before it."""
    for back in range(k, max(-1, k - _OBJECT), -1):
        yield back
        closed = tokens[back].low in noun_words(tokens.language).stops and tokens[back].low not in _INSIDE
        if closed or not is_kind(tokens, back, TokenKind.WORD):
            return


def _of_nothing(tokens: Tokens, amount: Mention[Amount], i: int) -> bool:
    """Check whether no noun follows a figure: not "5 percent | of households"."""
    end = next((k for k in range(i, len(tokens)) if tokens[k].start >= amount.span.end), len(tokens))
    return word_at(tokens, end) != "of"


def _link_of_subject(tokens: Tokens, k: int) -> ChangeLink | None:
    """Link a figure to its subject, a noun with an article: "The increase in prices was 4 percent". "Growth was 3 percent" is a level."""
    for back in range(k, max(-1, k - _NEAR), -1):
        low = tokens[back].low
        direction = ways("nouns", tokens.language).get(low)
        articles = _ARTICLES.intersection(words_at(tokens, max(0, back - 2), min(2, back)))
        if direction is not None and (articles or not has_articles(tokens.language)):
            return ChangeLink(direction, back, "by")
        if low in _ENDS or low == ",":
            return None
    return None


def _through(tokens: Tokens, k: int, how: str) -> ChangeLink | None:
    """Link a figure to the word of change before "by", "of", "from" or "to"; for "by" also a comparative: "got smaller by 3"."""
    compared = ways("behind", tokens.language).get(word_at(tokens, k)) if how == "by" else None
    if compared is not None and word_at(tokens, k) not in {"up", "down"}:
        return ChangeLink(compared, k, how)
    for back in range(k, max(-1, k - (_TARGET if how == "to" else _NEAR)), -1):
        low = tokens[back].low
        if low in _ENDS and low not in {"(", ")"}:
            return None
        verb, noun = ways("verbs", tokens.language).get(low), ways("nouns", tokens.language).get(low)
        if how == "of":
            if noun is not None and k - back < _OF_NEAR:
                return ChangeLink(noun, back, "by")
        elif (verb or noun) is not None and not is_verb_particle(tokens, back):
            direction = verb or noun
            return ChangeLink(direction, back, how, verb is not None) if direction else None
    return None


def _direct(tokens: Tokens, amount: Mention[Amount], k: int) -> ChangeLink | None:
    """Link a figure to the verb right before it, with at most an adverb between: "rose 5 %", "fell sharply 3 points"."""
    # past the year: "verlor 2014 acht Punkte"
    k -= grammar(tokens.language).verbs_last and year_at(tokens, k) is not None
    after = k
    emphasis = word_set("bare", "emphasis", tokens.language)
    while word_at(tokens, k) in emphasis:
        k -= 1  # "gained a mere 2 points"
    k -= word_at(tokens, k).endswith("ly")
    low, dimension = word_at(tokens, k), amount.value.unit.dimension
    if low not in ways("verbs", tokens.language) and dimension in _SHARES:
        return _over_object(tokens, after)
    direction = ways("verbs", tokens.language).get(low)
    if direction is None or (
        is_verb_particle(tokens, k) and not (k == after and dimension in RELATIVE and _closes(tokens, k - 1))
    ):
        return None
    needs_by = low in word_set("links", "needs_by", tokens.language)
    if needs_by and dimension is Dimension.SHARE and _is_of_gdp(tokens, amount):
        return None  # no change: "raised 18 percent of its GDP in taxes"
    if needs_by and dimension not in RELATIVE:
        return ChangeLink(direction, k, "by", verb=True) if _is_stock(amount, tokens.language) else None
    if low in {"up", "down"} and dimension not in {*RELATIVE, Dimension.MONEY} and word_at(tokens, k - 1) not in _BE:
        return None
    return ChangeLink(direction, k, "by", verb=True)


def _over_object(tokens: Tokens, k: int) -> ChangeLink | None:
    """Link a figure to a verb whose object stands between: "Raised taxes 3 percent, cut the price of bread 5 %"."""
    for back in _back_over_nouns(tokens, k):
        low = tokens[back].low
        direction = ways("verbs", tokens.language).get(low)
        if direction is not None and back < k and low not in PARTICLES and not low.endswith("ing"):
            return ChangeLink(direction, back, "by", verb=True)
    return None


def _is_of_gdp(tokens: Tokens, amount: Mention[Amount]) -> bool:
    """Check whether a share is one of the gross domestic product: "18 percent | of its GDP"."""
    end = next((k for k in range(len(tokens)) if tokens[k].start >= amount.span.end), len(tokens))
    return word_at(tokens, end) == "of" and "gdp" in {word_at(tokens, end + 1), word_at(tokens, end + 2)}


def _is_stock(amount: Mention[Amount], language: str) -> bool:
    """Check whether what is gained or lost is a stock that offices measure: "lost 700,000 jobs", "gained 900 hectares", but not "lost 5 games"."""
    return amount.value.unit.dimension is Dimension.PHYSICAL or amount.value.unit.name.rpartition(" ")[2] in word_set(
        "links", "stocks", language
    )


def _closes(tokens: Tokens, k: int) -> bool:
    """Check whether a verb says how a trading day ended or began: "closed up 2 %", "ended 30 points down"."""
    return word_at(tokens, k) in word_set("links", "closing", tokens.language)
