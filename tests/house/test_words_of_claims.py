"""Words are read once, in `extract`: nothing in `compare` searches a claim's words, and no list of words stands there.

In `match` and `desk` a claim's measure is held against titles, and what else it says is asked of its slots: who knows a claim there
lists no words of a language.

What series say of themselves is read in one room, `compare/series_words`, which never sees a claim.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from tests.each import each
from workbench.core.claim import Claim, Reading
from workbench.extract.words.word_files import languages, raw_tables
from workbench.match.words import population_groups, statistic_words
from workbench.match.words.stop_words import STOP

ROOT = Path(__file__).parents[2]
COMPARE = ROOT / "workbench" / "compare"
SERIES_WORDS = COMPARE / "series_words"

WORDS_OF_A_CLAIM = {"context", "quote", "measure"}
READERS = {"re", "regex", "fnmatch", "difflib", "string", "importlib"}
SEARCHES = {
    "search", "match", "fullmatch", "findall", "finditer", "find", "rfind", "startswith", "endswith", "removeprefix", "removesuffix",
    "lower", "casefold", "split", "rsplit", "partition", "rpartition", "splitlines",
}  # fmt: skip
WRITES_WORDS = {
    "finding_words.py": {"endswith", "partition"},  # plurals, and how many decimals were written
    "alignment/world_regions.py": {"split"},  # lists of country codes
}
"""What writes sentences or cuts lists of its own may do so; it is given no claim's words."""

FIGURES_OF_UNITS = {"unit_conversion.py"}
"""Where `.measure` is that of a unit in the registry of units."""


def modules() -> list[Path]:
    return [file for file in sorted(COMPARE.rglob("*.py")) if SERIES_WORDS not in file.parents]


def name_of(file: Path) -> str:
    return file.relative_to(COMPARE).as_posix()


def registered() -> frozenset[str]:
    """Return the words of the registries of all languages: superlatives, ordinals, months, hedges."""
    found: set[str] = set()
    for language in languages():
        table = raw_tables(language)
        found |= {*table["numbers"]["ordinals"], *table["periods"]["months"]}
        for kind in ("highest", "lowest", "most", "least", "neither"):
            found |= {word for word in table["relations"][kind] if word.isalpha()}
        for side in ("before", "behind"):
            found |= {phrase for phrases in table["hedges"][side].values() for phrase in phrases if phrase.isalpha()}
    return frozenset(word.casefold() for word in found if len(word) > 2)


REGISTERED = registered()


def docstrings(tree: ast.AST) -> set[int]:
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef))
    lines = (line for body in bodies for line in body)
    return {id(line.value) for line in lines if isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)}


def read_words(source: str, name: str = "") -> Iterator[str]:
    """Yield each place where a module reads words: a claim's, by a pattern or a search, or by a list of words of a language."""
    tree = ast.parse(source)
    told = docstrings(tree)
    for node in ast.walk(tree):
        if id(node) not in told:
            where = f"{name}:{getattr(node, 'lineno', 0)}"
            yield from (f"{where} {said}" for check in CHECKS for said in check(node, name))


def imports(node: ast.AST, _: str) -> Iterator[str]:
    named = [each.name for each in node.names] if isinstance(node, ast.Import) else []
    named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
    yield from (f"imports {each}" for each in named if each.partition(".")[0] in READERS)


def takes(node: ast.AST, name: str) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and node.attr in WORDS_OF_A_CLAIM - exempt(name):
        yield f"takes .{node.attr}"
    if isinstance(node, ast.Constant) and node.value in WORDS_OF_A_CLAIM:
        yield f"names {node.value!r}"


def calls(node: ast.AST, name: str) -> Iterator[str]:
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Name) and called.id in {"__import__", "eval"}:
        yield f"calls {called.id}()"
    if isinstance(called, ast.Attribute) and called.attr in SEARCHES - WRITES_WORDS.get(name, set()):
        yield f"calls .{called.attr}()"


def looks_for(node: ast.AST, _: str) -> Iterator[str]:
    """Yield a word looked for in a text: `"lowest" in words`."""
    within = isinstance(node, ast.Compare) and any(isinstance(op, ast.In | ast.NotIn) for op in node.ops)
    if within and isinstance(node.left, ast.Constant) and str(node.left.value).casefold() in REGISTERED:
        yield f"looks for {node.left.value!r}"


def lists(node: ast.AST, _: str) -> Iterator[str]:
    """Yield two words of the registries side by side, as alternatives of a pattern or as members of a list."""
    said: set[str] = set()
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        said = set(node.value.casefold().split("|"))
    elif isinstance(node, ast.Set | ast.List | ast.Tuple | ast.Dict):
        said = {word for value in constants(node) for word in value.split()}
    if len(said & REGISTERED) > 1:
        yield f"lists {', '.join(sorted(said & REGISTERED))}"


CHECKS = (imports, takes, calls, looks_for, lists)


def exempt(name: str) -> set[str]:
    return {"measure"} if name in FIGURES_OF_UNITS else set()


def constants(node: ast.Set | ast.List | ast.Tuple | ast.Dict) -> Iterator[str]:
    items = node.keys if isinstance(node, ast.Dict) else node.elts
    for item in items:
        if isinstance(item, ast.Constant) and isinstance(item.value, str):
            yield item.value.casefold()


@each("file", modules())
def test_no_words_of_a_claim_are_read_where_figures_are_compared(file: Path) -> None:
    assert list(read_words(file.read_text(encoding="utf-8"), name_of(file))) == []


@pytest.mark.parametrize("file", sorted((ROOT / "workbench" / "formula").rglob("*.py")), ids=lambda file: file.name)
def test_a_formula_reads_no_words_of_a_claim(file: Path) -> None:
    taken = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)]
    assert not [node.attr for node in taken if node.attr in {"context", "quote"}]
    assert not [ast.unparse(node) for node in taken if node.attr == "measure" and "claim" in ast.unparse(node.value)]


@pytest.mark.parametrize("file", sorted(SERIES_WORDS.glob("*.py")), ids=lambda file: file.name)
def test_what_series_say_is_read_without_a_claim(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {each.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names}
    names |= {each.arg for node in ast.walk(tree) if isinstance(node, ast.arguments) for each in node.args}
    assert not names & {"Claim", "claim", "Case", "context", "quote"}


def test_a_unit_has_no_words_of_a_claim() -> None:
    """Where `.measure` is a unit's, no claim is at hand."""
    for name in FIGURES_OF_UNITS:
        tree = ast.parse((COMPARE / name).read_text(encoding="utf-8"))
        imported = {each.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names}
        taken = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert "Claim" not in imported
        assert "claim" not in taken


DODGES = [
    "import re",
    "from re import compile as pattern",
    "import regex",
    "re = __import__('re')",
    "from importlib import import_module",
    "words = claim.context",
    "words = case.claim.measure",
    "words = getattr(claim, 'context')",
    "take = attrgetter('quote')",
    "found = words.casefold()",
    "found = words.startswith(lead)",
    "if pattern.search(words): pass",
    "if 'lowest' in words: pass",
    "TOP = frozenset({'highest', 'largest'})",
    "TOP = ('erste', 'zweite')",
    "MONTHS = {'january': 1, 'february': 2}",
    "TOP = 'highest|largest|biggest'",
    "HEDGES = ['about', 'nearly']",
]


@each("source", DODGES)
def test_a_reader_of_words_is_found_however_it_is_written(source: str) -> None:
    assert list(read_words(source))


@pytest.mark.parametrize(
    "source",
    ['"""The highest, largest figure of March."""', "says = f'the {end} of {count} figures'", "kind = 'trend'"],
)
def test_sentences_that_are_told_are_no_readers(source: str) -> None:
    assert not list(read_words(source))


# --- match and desk ------------------------------------------------------------------------------------------
# Titles, and phrases that somebody looks for, are read by the registries of `match/words` and `match/titles`, in the English of
# titles; a module that knows a claim asks its slots, or puts its measure into those words, and lists none.

MATCH, DESK = ROOT / "workbench" / "match", ROOT / "workbench" / "desk"
SLOTS = {field.name for noun in (Claim, Reading) for field in fields(noun)}


def title_words() -> frozenset[str]:
    """Return the words that titles are read by: words of grammar, groups of people, kinds of statistics."""
    tables = (
        population_groups._GROUPS,
        statistic_words._SORTS,
        statistic_words._SUMMED,
        statistic_words._UNITS,
        statistic_words._SIDES,
    )
    words = {*STOP, *statistic_words._DENIES, *(word for table in tables for word in table)}
    return frozenset(word for word in words if len(word) > 2 and word.isalpha())


KNOWN_WORDS = (REGISTERED | title_words()) - SLOTS


def known_words_listed(source: str, name: str = "") -> Iterator[str]:
    """Yield each list of words in a module that names a claim or a reading: side by side, parted by spaces or bars, or looked for alone."""
    tree = ast.parse(source)
    imported = {each.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names}
    if not imported & {"Claim", "Reading"}:
        return
    told = docstrings(tree)
    for node in ast.walk(tree):
        said = words_of(node) & KNOWN_WORDS if id(node) not in told else frozenset[str]()
        if len(said) > 1:
            yield f"{name}:{getattr(node, 'lineno', 0)} lists {', '.join(sorted(said))}"
        yield from (f"{name}:{getattr(node, 'lineno', 0)} {each}" for each in looks_for(node, name))


def words_of(node: ast.AST) -> frozenset[str]:
    """Return the words that a constant holds as a list: of a set or a tuple, of a pattern, of a string that is split."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple | ast.Dict):
        return frozenset(word for value in constants(node) for word in value.split())
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        value = node.func.value
        return (
            frozenset(value.value.casefold().split())
            if isinstance(value, ast.Constant) and isinstance(value.value, str)
            else frozenset()
        )
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
        return frozenset(re.findall(r"[^\W\d_]{3,}", re.sub(r"\\\w", " ", node.value.casefold())))
    return frozenset()


@each("file", [*sorted(MATCH.rglob("*.py")), *sorted(DESK.rglob("*.py"))])
def test_who_knows_a_claim_lists_no_words_of_a_language(file: Path) -> None:
    assert list(known_words_listed(file.read_text(encoding="utf-8"), file.name)) == []


@pytest.mark.parametrize(
    "line",
    [
        "DENIES = re.compile(r'\\b(?:not|never|neither)\\b')",
        "EACH = frozenset({'per', 'every', 'each'})",
        "PEOPLE = 'women men children'.split()",
        "TOP = ['erste', 'zweite']",
        "MONTHS = {'јануари': 1, 'февруари': 2}",
        "if 'lowest' in words: pass",
    ],
)
def test_a_list_of_words_is_found_where_a_claim_is_known(line: str) -> None:
    assert list(known_words_listed(f"from workbench.core.claim import Claim\n{line}"))
    assert not list(known_words_listed(line))  # titles may be read


@pytest.mark.parametrize(
    "line",
    ["KINDS = ('level', 'change')", "says = f'it goes {up} here and {down} there'", "SIGNS = re.compile(r'[,;:]|\\d')"],
)
def test_what_lists_no_words_passes(line: str) -> None:
    assert not list(known_words_listed(f"from workbench.core.claim import Claim\n{line}"))
