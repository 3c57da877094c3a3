"""Changes without a size: "has fallen", "unchanged", "lower in 2002 than in 1995".

A denied change ("has not fallen") is a claim too, and can be checked.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import IN_NUMBER, THE_SAME, Change, ChangeMode, Direction, Mention
from workbench.core.document import Span
from workbench.extract.amounts.bounds_by_verbs import denies_from_afar
from workbench.extract.amounts.hedges import denied_bound
from workbench.extract.change.base_period import base_behind, stands_behind
from workbench.extract.change.changes_beside_ranks import moves_in_rank
from workbench.extract.change.denied_changes import denial
from workbench.extract.change.split_verbs import ends_clause, is_another, second_parts, verb_in_two_parts
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.segment.pasted_tables import MOST_FIGURES
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import TokenKind, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_tables import label_words

_THAN, _FRAME = 14, 16
_MAY = frozenset({"will", "would", "can", "could", "shall", "should", "may", "might", "must"})
_BEFORE_DENIAL = 12
"""Most words from a verb to its denial, in languages with the verb second: "sank im Jahr 2018 nie unter 5"."""
_NOT_ONE = frozenset({("not", "one"), ("never", "one"), ("not", "a"), ("no", "year")})
_NO_COMPARATIVE = frozenset({"up", "down", "above", "below", "extra", "off"})
_EVERY, _STEPS = frozenset({"every", "each"}), frozenset({"year", "quarter", "month"})
_NOT = frozenset({"not", "never", "no"})
_TO_BOUND = 3
"""Most words from a verb to the figure that its hedge bounds: "fall | well below 5"."""
_PAUSES = frozenset(",;:.!?–—")
_NO_VERB = frozenset({"a", "an", "the", "of", "by", "with", "and", "to", "for", ""})


def compared_in_time(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find comparisons of one time with another: "lower in 2002 than in 1995", "higher than a year earlier".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> text = "It was lower in 2002 than in 1995."
    >>> str(compared_in_time(SentenceTokens.of(lex(text), [], find_periods(text, None)))[0].value.base)
    '1995'
    """
    found: list[Mention[Change]] = []
    behind = ways("behind", sentence.tokens.language)
    for i, token in enumerate(sentence.tokens if "than" in sentence.tokens.words else ()):
        way = behind.get(token.low)
        if way is None or token.low in _NO_COMPARATIVE or _at_no_time(sentence, i):
            continue
        than = next((k for k in range(i + 1, i + _THAN) if word_at(sentence.tokens, k) == "than"), None)
        base = None if than is None else stands_behind(sentence, than + 1)
        if base is not None:
            change = Change(way, ChangeMode.ABSOLUTE, None, base)
            rule = IN_NUMBER if _is_of_things(sentence, i) else "compared"
            found.append(Mention(Span(token.start, token.end), change, rule))
    return found


def _at_no_time(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a comparative is denied for all times, so that it states a record: "never | higher than in 2013"."""
    lows = sentence.tokens.lows
    start = next((k + 1 for k in range(i - 1, -1, -1) if lows[k] in _PAUSES), 0)
    times = _STEPS | word_set("bare", "times", sentence.tokens.language)
    no = (k for k in range(start, i) if lows[k] == "no")
    return "never" in lows[start:i] or any(not times.isdisjoint(lows[k + 1 : k + 3]) for k in no)


def step_by_step(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find changes at each step: a comparative with "every year" or "from year to year", compared with nothing else.

    Examples are "fewer machines every year" and "longer from year to year".

    >>> from workbench.extract.words.lexer import lex
    >>> said = "There were fewer machines every year.", "Every year they are open longer than we are."
    >>> [[m.value.direction.value for m in step_by_step(SentenceTokens.of(lex(text), [], []))] for text in said]
    [['down'], []]
    """
    tokens, behind = sentence.tokens, ways("behind", sentence.tokens.language)
    if "than" in tokens.words or not any(_is_each_step(tokens.lows, k) for k in range(len(tokens))):
        return []
    of_amounts = {k for each in sentence.amounts for k in sentence.tokens_of(each.span)}
    at = (i for i, token in enumerate(tokens) if token.low in behind and token.low not in _NO_COMPARATIVE)
    first = next((i for i in at if i not in of_amounts and i + 1 not in of_amounts), None)
    if first is None:
        return []
    change = Change(behind[tokens[first].low], ChangeMode.ABSOLUTE, None, base_behind(sentence, first + 1))
    return [Mention(Span(tokens[first].start, tokens[first].end), change, IN_NUMBER)]


def _is_each_step(lows: Sequence[str], k: int) -> bool:
    """Check whether words mean each step: "every single year", "year after year"."""
    if lows[k] in _EVERY:
        return any(low in _STEPS for low in lows[k + 1 : k + 3])
    return lows[k] in _STEPS and lows[k + 2 : k + 3] == lows[k : k + 1]


def _is_of_things(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a comparative counts the noun behind it: "more | women than", but not "more expensive than"."""
    tokens, k = sentence.tokens, i + 1
    if tokens[i].low not in word_set("bare", "in_number", tokens.language) or not is_kind(tokens, k, TokenKind.WORD):
        return False
    named = is_plural(word_at(tokens, k)) if tokens.language == ENGLISH else word_at(tokens, k) != "than"
    return named or word_at(tokens, k) in label_words(tokens.language).persons


def bare_changes(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find changes stated by a verb alone: "Unemployment has fallen", "prices did not rise", "the rate remained unchanged".

    >>> from workbench.extract.words.lexer import lex
    >>> [bare_changes(SentenceTokens.of(lex(said), [], []))[0].value.direction.value for said in ("Crime has fallen.", "Crime has not fallen.")]
    ['down', 'flat']
    >>> bare_changes(SentenceTokens.of(lex("It could fall."), [], []))
    []
    """
    found = []
    language = sentence.tokens.language
    verbs, unchanged = ways("verbs", language), word_set("bare", "unchanged", language)
    parts = _in_two_parts(sentence)
    for i, token in enumerate(sentence.tokens):
        moves = token.low in verbs or token.low in unchanged
        way, denied = parts.get(i) or (_bare_way(sentence, i) if moves else None, _denied_way(sentence, i))
        if way is not None and not _gives_bound_only(sentence, i):
            # one change: "climbed and climbed every year"
            again = sentence.tokens.lows[i + 1 : i + 3] == ("and", token.low)
            last = i + 2 * again
            change = Change(way, ChangeMode.ABSOLUTE, None, base_behind(sentence, last + 1), denied=denied)
            found.append(Mention(Span(token.start, sentence.tokens[last].end), change, _rule(sentence, i, way)))
            if len(found) > MOST_FIGURES:  # with so many it is no sentence; the caller leaves it out
                break
    return found


def _in_two_parts(sentence: SentenceTokens) -> dict[int, tuple[Direction | None, Direction | None]]:
    """Find verbs in two parts: "Die Quote ging 2015 | nicht | zurück".

    Each first part has its direction, and the direction that is denied; each second part has neither, so that it is not
    read again.
    """
    if not grammar(sentence.tokens.language).verbs_last:
        return {}
    found: dict[int, tuple[Direction | None, Direction | None]] = {}
    no, seconds = _no(sentence), second_parts(sentence.tokens.language)
    for k in [k for k, token in enumerate(sentence.tokens) if token.raw in seconds]:
        if _closes(sentence, k) and (verb := verb_in_two_parts(sentence.tokens, k)) is not None:
            way, i = verb
            denied = _is_denied(sentence, i) or not no.isdisjoint(sentence.tokens.lows[i + 1 : k])
            found[i], found[k] = ((Direction.FLAT, way) if denied else (way, None)), (None, None)
    return found


def _closes(sentence: SentenceTokens, k: int) -> bool:
    """Check whether a clause ends behind a token."""
    return k + 1 == len(sentence.tokens) or not is_kind(sentence.tokens, k + 1, TokenKind.WORD)


def _rule(sentence: SentenceTokens, i: int, way: Direction) -> str:
    """Name the rule that read a change without a size."""
    if word_at(sentence.tokens, i) in word_set("bare", "same", sentence.tokens.language):
        return THE_SAME
    return "unchanged" if way is Direction.FLAT else "verb"


def _gives_bound_only(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a verb only gives a bound: "never | fell | below 5", "nie unter 5 Prozent | gefallen"."""
    back = _BEFORE_DENIAL if grammar(sentence.tokens.language).verbs_last else 1
    for each in sentence.amounts:
        first, end = sentence.tokens_of(each.span)
        denied = denied_bound(sentence.tokens, first)
        if denied is not None and denied - back <= i <= end:
            return True
        afar = first - _TO_BOUND <= i < first  # "never in 2008 did it | fall | below 5"
        before = " ".join(sentence.tokens.lows[:first]) if afar else ""
        if afar and denies_from_afar(before, each.value, sentence.tokens.language):
            return True
    return False


def _bare_way(sentence: SentenceTokens, i: int) -> Direction | None:
    low, before, language = word_at(sentence.tokens, i), word_at(sentence.tokens, i - 1), sentence.tokens.language
    if low in word_set("bare", "unchanged", language):
        return Direction.FLAT if low == "unchanged" or _stays(sentence, i) else None
    way = ways("verbs", language).get(low)
    if way is None or word_at(sentence.tokens, i + 1) in word_set("bare", "idioms", language) - {"in"}:
        return None
    if moves_in_rank(sentence, i) or is_another(sentence.tokens, i):  # the rank rose, not the figure
        return None
    if _is_denied(sentence, i):
        return Direction.FLAT
    past = (low in word_set("bare", "past", language) and before not in _NO_VERB) or _went_on(sentence, i)
    helped = before in word_set("bare", "auxiliaries", language) or ends_clause(sentence.tokens, i)
    perfect = helped or _framed(sentence, i)
    return way if past or (perfect and low in word_set("bare", "participles", language)) else None


def _stays(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a verb before a word says that something is unchanged: "stayed | flat".

    "The same" means that only where no noun follows: "it was | the same".
    """
    language, low = sentence.tokens.language, word_at(sentence.tokens, i)
    same = low in word_set("bare", "same", language)
    if same and (not _is_dated(sentence) or is_kind(sentence.tokens, i + 1, TokenKind.WORD)):
        return False
    k, between = i - 1, word_set("bare", "before_same", language) if same else frozenset[str]()
    while word_at(sentence.tokens, k) in between:
        k -= 1
    return word_at(sentence.tokens, k) in word_set("bare", "stays", language)


def _is_dated(sentence: SentenceTokens) -> bool:
    """Check whether a sentence names a time: "in 2015", "two years later"."""
    return bool(sentence.periods) or "later" in sentence.tokens.words


def _went_on(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a verb of two words means a change: "went down", "kept growing", "continued to fall".

    So does "failed to drop" behind "in none of the years".
    """
    language, low = sentence.tokens.language, word_at(sentence.tokens, i)
    before, second = word_at(sentence.tokens, i - 1), word_at(sentence.tokens, i - 2)
    if low in {"up", "down"}:
        ends = word_at(sentence.tokens, i + 1) != "with" and not is_kind(sentence.tokens, i + 1, TokenKind.NUMBER)
        return ends and before in word_set("bare", "went", language)  # "came up with 5 ideas" is no change
    kept = second if before == "on" else before  # "kept on falling"
    if low.endswith("ing") and kept in word_set("bare", "kept", language):
        return True
    return before == "to" and (second in word_set("bare", "continued", language) or _never_failed(sentence, i))


def _never_failed(sentence: SentenceTokens, i: int) -> bool:
    """Check whether "not one year in which it failed to" stands before a verb, so that it happened every year."""
    language, words = sentence.tokens.language, sentence.tokens.lows
    failed = word_at(sentence.tokens, i - 2) in word_set("bare", "failed", language)
    return failed and any(words[k : k + 2] in _NOT_ONE for k in range(max(0, i - 2 * _FRAME), i))


def _framed(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a participle at the end of its clause has its auxiliary further before: "ist zum dritten Mal in Folge gesunken"."""
    language = sentence.tokens.language
    ends = i + 1 == len(sentence.tokens) or sentence.tokens[i + 1].kind is not TokenKind.WORD
    if not grammar(language).verbs_last or not ends:
        return False
    telling_verbs = word_set("bare", "told", language)
    for k in range(i - 1, max(-1, i - _FRAME), -1):
        if sentence.tokens[k].kind is not TokenKind.WORD and sentence.tokens[k].raw in _PAUSES:
            return False
        if sentence.tokens[k].low in telling_verbs:
            return True
    return False


def _denied_way(sentence: SentenceTokens, i: int) -> Direction | None:
    """Find the direction of a denied verb: what "has not fallen" may have risen."""
    return ways("verbs", sentence.tokens.language).get(word_at(sentence.tokens, i)) if _is_denied(sentence, i) else None


def _is_denied(sentence: SentenceTokens, i: int) -> bool:
    """Check whether the verb is said not to have happened: "has not fallen", "didn't rise"; not "could not rise"."""
    k, language = denial(sentence.tokens, i), sentence.tokens.language
    if k is None:
        return grammar(language).verbs_last and (
            _denied_before(sentence, i) or _denied_at_the_end(sentence, i) or _in_no_year(sentence, i)
        )
    contracted = word_at(sentence.tokens, k) in word_set("bare", "denied", language) or grammar(language).verbs_last
    if word_at(sentence.tokens, k) == "never" and word_at(sentence.tokens, k - 1) not in _MAY:
        return True
    return contracted or word_at(sentence.tokens, k - 1) in word_set("bare", "told", language)


def _denied_before(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a denial stands before the adverb of a verb that ends its clause: "ist | nicht weiter | gestiegen"."""
    adverb = word_at(sentence.tokens, i - 1) in word_set("bare", "auxiliaries", sentence.tokens.language)
    return adverb and word_at(sentence.tokens, i - 2) in _no(sentence)


def _denied_at_the_end(sentence: SentenceTokens, i: int) -> bool:
    """Check whether the last words of a clause deny its verb, in languages with the verb second: "sank 2015 | nicht", "sank 2015 | nicht weiter"."""
    lows, size = sentence.tokens.lows, len(sentence.tokens)
    end = next((k for k in range(i + 1, size) if k + 1 == size or lows[k + 1] in _PAUSES), i)
    last = (k for k in range(max(i + 1, end - 1), end + 1) if lows[k] in _no(sentence))
    # neither "sank 2015 und | nicht 2016" nor "stieg wie noch | nie" is a denial
    return any(lows[k - 1] not in {"and", "but"} and "as" not in lows[k - 2 : k] for k in last)


def _in_no_year(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a verb is denied for each time, between auxiliary and verb: "ist | in keinem Jahr | gesunken"."""
    lows, times = sentence.tokens.lows, _STEPS | word_set("bare", "times", sentence.tokens.language)
    start = next((k + 1 for k in range(i - 1, -1, -1) if lows[k] in _PAUSES), 0)
    return any(lows[k] in _no(sentence) and lows[k + 1] in times for k in range(start, i - 1))


def _no(sentence: SentenceTokens) -> frozenset[str]:
    return _NOT | word_set("bare", "denied", sentence.tokens.language)
