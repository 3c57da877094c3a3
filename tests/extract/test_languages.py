"""What holds for every language: its file has all that English has, no text crashes it, and a new one is a file."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from tests.examples import examples
from workbench.extract import read_text
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH, add_language, file_for, form, languages, raw_tables, roles

SAID = date(2021, 12, 2)
OTHERS = sorted(languages() - {ENGLISH})
FIGURES = [
    "16.000",
    "36,5",
    "1.234,5",
    "16,000",
    "2021",
    "3.",
    "%",
    "€",
    "–",
    "/",
    "(",
    ",",
    ".",
    "1.000,000.5",
    "192.168.1.2",
]


def as_written(language: str) -> dict:
    folder = files("workbench.extract").joinpath("lexicon")
    return tomllib.loads(folder.joinpath(f"{language}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", OTHERS)
def test_a_word_file_fills_in_the_same_form_as_english(language):
    assert form(as_written(language)) == form(as_written(ENGLISH))


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_list_of_a_word_file_says_a_word_twice(language):
    def twice(part, name):
        if isinstance(part, dict):
            return [found for key, value in part.items() for found in twice(value, f"{name}.{key}")]
        return [name] if isinstance(part, list) and len(part) != len({str(each) for each in part}) else []

    assert twice(as_written(language), language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_word_plays_one_role(language):
    told = [word for words in raw_tables(language)["grammar"]["roles"].values() for word in words]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("language", OTHERS)
def test_words_are_lower_case(language):
    table = raw_tables(language)
    words = [*table["numbers"]["small"], *table["periods"]["months"], *roles(language)]
    assert words == [word.lower() for word in words]


def all_words(language: str) -> list[str]:
    """Return every word and phrase of a file."""

    def inside(part):
        if isinstance(part, dict):
            for key, value in part.items():
                yield key
                yield from inside(value)
        elif isinstance(part, list):
            for entry in part:
                yield from inside(entry)
        elif isinstance(part, str):
            yield part

    return sorted(set(inside({k: v for k, v in raw_tables(language).items() if k != "kinds"})))


@pytest.mark.parametrize("language", [*sorted(languages()), "fr"])
def test_no_text_crashes_a_language_and_every_span_cuts_its_text(language):
    piece = st.sampled_from([*all_words(language), *FIGURES]) | st.integers(0, 3000).map(str) | st.text(max_size=4)

    @settings(max_examples=examples(150), deadline=None)
    @given(st.lists(piece, max_size=12).map(" ".join) | st.text(max_size=60))
    def holds(text):
        reading = read_text(text, said=SAID, place="MKD", language=language)
        for mention in (*reading.amounts, *reading.periods, *reading.places, *reading.changes):
            assert 0 <= mention.span.start < mention.span.end <= len(text)
        for claim in reading.claims:
            assert claim.span.cut(text) == claim.quote

    holds()


@pytest.mark.parametrize("language", ["en", "de", "mk", "fr"])
def test_figures_with_nothing_between_them_are_read(language):
    """Of a list there is something between its figures: here nothing is, and no stretch is empty."""
    for said in ("0 %¼", "5%½", "0 %¼ (2010)"):
        assert all(claim.quote == claim.span.cut(said) for claim in read_text(said, language=language).claims)


@pytest.mark.parametrize("language", ["de", "mk", "fr"])
def test_reading_is_the_same_in_the_middle_of_a_text(language):
    text = "2021: 16.000, 36,5 %."
    alone = read_text(text, said=SAID, language=language)
    after = read_text(f"\n\n{text}", said=SAID, language=language)
    assert [m.value for m in alone.amounts] == [m.value for m in after.amounts]


def test_a_language_without_a_file_is_read_by_figures_and_says_so():
    """Le 03.03.2021, 16.000 migrants, 36,5 %, 500 EUR, €4,5 et 1 234,5 kg; 2021-12-03."""
    reading = read_text(
        "Le 03.03.2021, 16.000 migrants, 36,5 %, 500 EUR, €4,5 et 1 234,5 kg; 2021-12-03.", said=SAID, language="fr"
    )
    assert [str(m.value) for m in reading.amounts] == ["16000", "36.5 percentage", "500 EUR", "4.5 EUR", "1234.5 kg"]
    assert [m.value.label for m in reading.periods] == ["3 Mar 2021", "3 Dec 2021"]
    (problem,) = reading.problems
    assert (problem.kind, "“fr”" in problem.message) == ("language-without-words", True)


@each("language", ["", "xx", "english", "../en", "en\n", "\x1b[31m", "EN", "de-AT", "mk_MK"])
def test_any_name_of_a_language_is_taken(language):
    reading = read_text("Es waren 16.000 Menschen.", language=language)
    assert all("\x1b" not in problem.message and ".." not in problem.message for problem in reading.problems)


def test_a_region_does_not_change_the_language():
    assert [file_for(name) for name in ("en-GB", "de_AT", "MK", "fr")] == ["en", "de", "mk", "und"]


def written(table: dict, path: str = "") -> str:
    """Return a table as TOML, each dictionary of words in one line."""
    plain, inner = [], []
    for key, value in table.items():
        if isinstance(value, dict) and any(isinstance(v, dict | list | bool) for v in value.values()):
            inner.append(written(value, f"{path}{key}."))
        else:
            plain.append(f"{quoted(key)} = {as_value(value)}")
    return (f"[{path[:-1]}]\n" if path else "") + "\n".join(plain) + "\n" + "\n".join(inner)


def as_value(value) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quoted(k)} = {as_value(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(as_value(v) for v in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else quoted(value)


def quoted(text: str) -> str:
    """Return a text as TOML, which escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def test_another_language_is_a_file(tmp_path):
    """16.000 personer i mars 2021, en ökning med 7,5 procent."""
    table = raw_tables("und")
    table = {name: dict(part) for name, part in table.items()}
    table["numbers"] |= {"scales": {"miljoner": 6}}
    table["units"] = {**table["units"], "special": {**table["units"]["special"], "percent": ["%", "procent"]}}
    table["periods"] |= {"months": {"mars": 3}}
    table["changes"] |= {"nouns": {"up": ["ökning"], "down": ["minskning"]}}
    table["grammar"] |= {"decimal": ",", "groups": ". ", "noun": "next"}
    table["grammar"]["roles"] = {**table["grammar"]["roles"], "in": ["i"], "by": ["med"], "a": ["en"]}
    table["nouns"] |= {"endings": [["er", ""]], "stops": ["i", "en"]}
    path = tmp_path / "qsv.toml"
    path.write_text(written(table), encoding="utf-8")
    add_language("qsv", path.read_text(encoding="utf-8"))
    reading = read_text("16.000 personer i mars 2021, en ökning med 7,5 procent, 3 miljoner.", language="qsv")
    assert [str(m.value) for m in reading.amounts] == ["16000 person", "7.5 percentage", "3000000"]
    assert [m.value.label for m in reading.periods] == ["Mar 2021"]
    assert [(m.value.direction.value, m.value.amount.value.low) for m in reading.changes] == [
        ("up", reading.amounts[1].value.low)
    ]
    assert not reading.problems


SWEDISH = {
    "highest": ["högsta"],
    "lowest": ["lägsta"],
    "rank": [r"\b(?:(?P<ordinal>{ordinal})\s)?(?:(?P<top>{highest})|(?P<bottom>{lowest}))\b"],
    "since": [r"\bsedan\b"],
    "year_behind": [r"\s(?P<year>\d{4})\b"],
    "in_year": [r"(?<!sedan\s)\b(?P<year>(?:19|20)\d\d)\b"],
    "in_a_row": [r"\b(?P<nth>{ordinal})\s(?P<step>{step})\si\srad\b"],
    "first_time": [r"\bför\sförsta\sgången\b(?:\ssedan\s(?P<since>\d{4}))?"],
    "steps": {"året": "year"},
    "regions": {r"\bEuropa\b": "Europe"},
}


def test_ranks_and_trends_of_another_language_are_lines_of_its_file():
    """Arbetslösheten var 2021 den lägsta sedan 2017. Den sjönk för tredje året i rad. Sverige har den tredje högsta skatten i Europa."""
    table = {name: dict(part) for name, part in raw_tables("und").items()}
    table["numbers"] |= {"ordinals": {"tredje": 3}}
    table["changes"] |= {
        "verbs": {**table["changes"]["verbs"], "up": ["steg"], "down": ["sjönk"]},
        "bare": {**table["changes"]["bare"], "past": ["sjönk", "steg"]},
    }
    table["kinds"] |= {"rank": [r"\b(?:{highest}|{lowest})\b"]}
    table["relations"] |= SWEDISH
    add_language("qsw", written(table))
    said = test_ranks_and_trends_of_another_language_are_lines_of_its_file.__doc__
    lowest, falling, third = read_text(said, language="qsw").claims
    assert (lowest.rank.highest, lowest.rank.begins, lowest.rank.year) == (False, 2017, 2021)
    assert [(each.kind.value, each.count, each.step.value) for each in falling.trends] == [("in a row", 3, "year")]
    assert (third.rank.highest, third.rank.place, third.rank.region) == (True, 3, "Europe")


@pytest.mark.parametrize("code", ["de", "d", "DE", "../x", "swedish"])
def test_a_language_is_taught_under_a_new_code(code):
    with pytest.raises(ValueError, match="code"):
        add_language(code, "")


def test_a_form_with_holes_is_refused():
    with pytest.raises(ValueError, match=r"periods\.months"):
        add_language("qqq", "[numbers]\n")


def test_english_words_in_another_language_play_no_role():
    """“was” asks in German and tells of the past in English."""
    assert grammar("de").role(["was"], 0) == "was'"


@each("size", ["einstellig", "zweistellig", "dreistellig", "5 Prozent", "3 Punkte"])
@each("before", ["%-punkte", "um", "hat", "legte", "mit Prozentpunkten"])
def test_a_text_may_end_at_a_size_that_a_verb_would_follow(before, size):
    """Nothing stands behind "%-punkte dreistellig", and nothing is looked for there."""
    assert read_text(f"{before} {size}", said=SAID, language="de").amounts


def test_a_language_without_words_for_things_of_a_kind_reads_none():
    """A small word file names no "such": nothing in its texts points back to a kind that was told before."""
    from workbench.extract.claim.measures.measures_from_earlier_sentences import _kindred

    assert _kindred("und").search("2019 waren er 450 vissen, en die groeiden") is None
    assert _kindred("en").search("450 such ships")
