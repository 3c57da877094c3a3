"""Each hedge of a word file is read as its list says: a phrase that a rule takes for something else would be a line that does nothing."""

from itertools import chain

import pytest

from tests.each import each
from workbench.core.quantity import Relation
from workbench.extract import read_text
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.amounts.hedges import hedge_before, hedge_behind
from workbench.extract.words.hedge_words import hedges
from workbench.extract.words.lexer import lex
from workbench.extract.words.word_files import languages, raw_tables

LISTED = [
    (language, where, name, words)
    for language in sorted(languages())
    for where in ("before", "behind")
    for name, entries in raw_tables(language)["hedges"][where].items()
    for words in entries
]


@each("language, where, name, words", LISTED)
def test_a_hedge_is_read_as_its_list_says(language: str, where: str, name: str, words: str):
    glue = "" if words == "+" else " "
    tokens = lex(f"{words} 40" if where == "before" else f"40{glue}{words}", language)
    read = hedge_before(tokens, len(tokens) - 1) if where == "before" else hedge_behind(tokens, 1)
    assert read is not None
    assert read[0] is Relation(name)


BEFORE = [(language, words) for language, where, _, words in LISTED if where == "before"]


@each("language, words", BEFORE)
def test_a_hedge_takes_all_its_words(language: str, words: str):
    """Up to 600 million will be available: its "to" leads to no end of a change. Of "kam nicht einmal auf 40" it does."""
    tokens = lex(f"{words} 40", language)
    i = len(tokens) - 1
    leads = tuple(tokens.lows[:i]) in hedges(language).leading
    read = hedge_before(tokens, i)
    assert read is not None
    assert read[1] == (i if leads else 0)
    assert leads == (language == "de" and words.endswith(" auf"))


PLAIN = {
    "de": ("Die Raucherquote betrug {} 4,2 Prozent.", "Raucherquote"),
    "en": ("The smoking rate was {} 4.2 percent.", "smoking rate"),
    "mk": ("Стапката на пушење изнесуваше {} 4,2 отсто.", "Стапката на пушење"),
}
AROUND = [
    (language, words)
    for language, where, name, words in LISTED
    if where == "before" and name in {"nearly", "just_over"}
]


@each("language, words", AROUND)
def test_no_word_of_a_hedge_is_what_is_measured(language: str, words: str):
    """The smoking rate was a shade under 4.2 percent."""
    assert language in PLAIN, "a plain sentence of the language is wanted here, with what it measures"
    said, measure = PLAIN[language]
    assert [claim.measure for claim in read_text(said.format(words), language=language).claims] == [measure]


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_hedge_stands_in_two_lists_of_a_word_file(language: str):
    for lists in raw_tables(language)["hedges"].values():
        listed = list(chain.from_iterable(lists.values()))
        assert sorted(listed) == sorted(set(listed))


TOLD = [
    ("de", "Die Quote kam nicht einmal auf 5 Prozent.", Relation.LESS_THAN),
    ("de", "Die Quote stieg nicht einmal auf 5 Prozent.", Relation.LESS_THAN),
    ("de", "Die Quote ist nicht mal mehr auf 5 Prozent gestiegen.", Relation.LESS_THAN),
    ("de", "Die Quote fiel nicht einmal auf 5 Prozent.", Relation.AT_LEAST),
    ("de", "Die Quote ist nicht mal auf 5 Prozent gesunken.", Relation.AT_LEAST),
    ("mk", "Стапката беше за малку 16 проценти.", Relation.NEARLY),
]


@each("language, said, relation", TOLD)
def test_a_hedge_whose_little_word_also_leads_to_a_figure(language: str, said: str, relation: Relation):
    assert [found.value.relation for found in find_amounts(said, language)] == [relation]
