"""Minutes of parliaments: who says what, in what office, on which day, in which country."""

from __future__ import annotations

from datetime import date

import pytest
from made import SAID, tei_of

from workbench.core.document import How, Speaker
from workbench.core.errors import NotTextError
from workbench.desk.importing.document_import import read_claims
from workbench.ports import Raw
from workbench.readers._reading_errors import DamagedFileError, MissingWordsError, UnsafeFileError
from workbench.readers.tei import READER


def read(words: str | bytes):
    body = words if isinstance(words, bytes) else words.encode()
    return READER.read(Raw("sitting.xml", "xml", body))


def sitting(body: str) -> str:
    """Return the minutes with another body."""
    whole = tei_of(())
    return whole.replace("<div></div>", body)


def test_the_header_tells_the_sitting():
    done = read(tei_of(("Unemployment fell to 15.4 percent.",)))
    document = done.document
    assert (document.title, document.url) == ("Fifth sitting", "https://example.hr/5")
    assert (document.published, document.place, document.place_name) == (date(2022, 3, 4), "HRV", "Zagreb")
    assert document.language == "en"
    assert done.problems == ()


def test_people_have_the_names_and_offices_of_the_header():
    document = read(tei_of(("Unemployment fell to 15.4 percent.",))).document
    assert document.speakers == (Speaker("Ana Horvat", "health minister", "Government"),)
    assert document.text == "Ana Horvat: Unemployment fell to 15.4 percent."


def test_a_claim_is_the_speakers_in_her_office():
    claim = read_claims(read(tei_of(SAID)).document).claims[0]
    assert claim.attribution
    assert claim.attribution.speaker
    assert (claim.attribution.speaker.name, claim.attribution.speaker.role) == ("Ana Horvat", "health minister")


def test_utterances_are_turns():
    document = read(
        sitting(
            '<u who="#HorvatAna"><seg>Unemployment fell to 15.4 percent.</seg><seg>It will fall on.</seg></u>'
            '<u who="#PericIvo"><seg>It rose by 2 points.</seg></u><u who="#HorvatAna"><seg>No.</seg></u>'
        )
    ).document
    assert document.text == (
        "Ana Horvat: Unemployment fell to 15.4 percent.\n\nIt will fall on.\n\nPeric Ivo: It rose by 2 points.\n\nAna Horvat: No."
    )
    claims = read_claims(document).claims
    said = {claim.quote: claim.attribution for claim in claims}
    who = next(a for quote, a in said.items() if a and "2 points" in quote)
    assert (who.how, who.speaker.name if who.speaker else "") == (How.TURN, "Peric Ivo")


def test_what_the_clerks_noted_is_not_said():
    text = read(
        sitting(
            '<note type="speaker">The chair:</note><u who="#HorvatAna"><seg>It fell <note>noise</note><gap reason="inaudible"/>'
            "by 8 percent.<kinesic><desc>Applause</desc></kinesic></seg><incident><desc>Leaves</desc></incident></u>"
        )
    ).document.text
    assert text == "Ana Horvat: It fell by 8 percent."


@pytest.mark.parametrize(
    ("note", "key", "name"),
    [
        ("Ivo Perić (SDP):", "", "Ivo Perić"),
        ("Ivo Perić, zastupnik:", "X1", "Ivo Perić"),
        ("Chair:", "PericIvo", "Peric Ivo"),
        ("Chair:", "", "Chair"),
        ("", "Peric_Ivo", "Peric Ivo"),
    ],
)
def test_a_person_who_is_not_listed_goes_by_the_note_or_the_key(note: str, key: str, name: str):
    text = read(
        sitting(f'<note type="speaker">{note}</note><u who="#{key}"><seg>It fell by 8 percent.</seg></u>')
    ).document.text
    assert text.startswith(f"{name}: ")


def test_annotated_minutes_are_read_by_their_tokens():
    text = read(
        sitting(
            '<u who="#HorvatAna"><seg><s><w>It</w><w>fell</w><w>by</w><w join="right">8</w><pc>%</pc>'
            '<w join="right">today</w><pc>.</pc></s></seg></u>'
        )
    ).document.text
    assert text == "Ana Horvat: It fell by 8% today."


def test_the_layout_of_annotated_minutes_is_no_white_space():
    tokens = [
        "<w>It</w>",
        "<w>fell</w>",
        "<name>\n  <w>today</w>\n</name>",
        '<w join="right">by</w>',
        "<pc>.</pc>",
        "<linkGrp> x </linkGrp>",
    ]
    body = "\n      ".join(tokens)
    text = read(
        sitting(f'<u who="#HorvatAna">\n  <seg>\n    <s>\n      {body}\n    </s>\n  </seg>\n</u>')
    ).document.text
    assert text == "Ana Horvat: It fell today by."


def test_an_office_is_the_one_that_was_held_on_the_day():
    held = (
        '<affiliation role="minister" from="2019-01-01" to="2021-12">Minister of Labour</affiliation>'
        '<affiliation role="minister" from="2022-03-01" to="2022"><roleName xml:lang="hr">Ministrica</roleName>'
        '<roleName xml:lang="en">Minister of Finance</roleName></affiliation>'
        '<affiliation role="primeMinister" from="2023"/>'
    )
    minutes = tei_of(("It fell by 8 percent.",))
    start, end = minutes.index('<affiliation role="member"'), minutes.index("</person>")
    assert read(minutes[:start] + held + minutes[end:]).document.speakers[0].role == "minister of finance"
    early = (minutes[:start] + held + minutes[end:]).replace('when="2022-03-04"', 'when="2021-12-31"')
    assert read(early).document.speakers[0].role == "minister of labour"
    late = (minutes[:start] + held + minutes[end:]).replace('when="2022-03-04"', 'when="2023-05-01"')
    assert read(late).document.speakers[0].role == "prime minister"


def test_the_title_is_the_sittings_and_not_the_corpuss():
    sub = '<title type="sub" xml:lang="hr">5. sjednica</title><title type="sub" xml:lang="en">Sitting Number 5</title></titleStmt>'
    assert read(tei_of(SAID).replace("</titleStmt>", sub)).document.title == "Sitting Number 5"


def test_minutes_in_another_encoding_are_read_as_they_say():
    body = tei_of(("Stopa je pala na 15,4 posto, još niže.",)).replace("UTF-8", "windows-1250").encode("cp1250")
    assert "još niže" in read(body).document.text


LAUGHS = """<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<TEI><text><body><u><seg>&b;</seg></u></body></text></TEI>"""
OUTSIDE = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI><u>&x;</u></TEI>'


@pytest.mark.parametrize("words", [LAUGHS, OUTSIDE, OUTSIDE.replace("<!ENTITY x", "<!ENTITY % x")])
def test_entities_that_grow_or_reach_outside_are_refused(words: str):
    with pytest.raises(UnsafeFileError, match="defines entities"):
        read(words)


def test_a_document_type_by_name_is_not_fetched():
    plain = tei_of(("It fell by 8 percent.",))
    named = plain.replace("<TEI", '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd"><TEI', 1)
    assert read(named).document.text == read(plain).document.text


def test_half_of_the_minutes_say_where_they_break_off():
    whole = tei_of(SAID)
    with pytest.raises(DamagedFileError, match=r"line \d+ cannot be read"):
        read(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "words", ["<rss><channel><title>News</title></channel></rss>", sitting("<p>Nobody speaks.</p>")]
)
def test_other_xml_is_refused_with_a_sentence(words: str):
    with pytest.raises(MissingWordsError, match="there is no utterance in it"):
        read(words)


def test_what_is_no_xml_is_named():
    with pytest.raises(NotTextError, match="plain text, not XML"):
        read("It fell by 8 percent.")


def test_nesting_without_end_is_refused():
    with pytest.raises(DamagedFileError):
        read("<u>" * 100_000 + "words" + "</u>" * 100_000)


def test_of_what_an_editor_put_right_one_reading_is_read():
    said = (
        "It will <choice><sic>fal</sic><corr>fall</corr></choice> by <del>9</del><add>8</add> per cent in the "
        "<choice><abbr>EU</abbr><expan>European Union</expan></choice>, <sic>thus</sic><choice/>."
    )
    assert read(tei_of((said,))).document.text.endswith("It will fall by 8 per cent in the EU, thus.")


def test_a_note_tells_the_office_of_a_person_who_is_not_listed():
    utterances = tei_of(("It fell.",)).replace("#HorvatAna", "#RishiSunak")
    noted = utterances.replace("<u ", '<note type="speaker">Rishi Sunak (The Chancellor of the Exchequer)</note><u ')
    assert read(noted).document.speakers == (Speaker("Rishi Sunak", "chancellor of the exchequer"),)
    assert read(noted.replace("The Chancellor of the Exchequer", "Richmond")).document.speakers == (
        Speaker("Rishi Sunak"),
    )
