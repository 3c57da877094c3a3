"""Who says what: the docstring of each test is a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.document import How, Speaker
from workbench.extract import read_text, split_sentences
from workbench.extract.speech.speakers import find_attributions


def said(speech, speaker=None):
    return find_attributions(speech, split_sentences(speech), speaker)


def test_a_quote_and_the_minister_named_in_full(speech, quoted):
    """Finance Minister Ana Doe opened the session. “We have paid it back in full this year,” said Doe."""
    (one,) = said(speech)
    assert one.speaker == Speaker("Ana Doe", "finance minister")
    assert one.how is How.DIRECT
    assert quoted(one.content[0]) == "“We have paid it back in full this year,”"
    assert (quoted(one.source), quoted(one.cue)) == ("Doe", "said")


def test_reported_speech_with_that(speech, quoted):
    """The governor pointed out that prices had risen by 5 percent."""
    (one,) = said(speech)
    assert one.how is How.REPORTED
    assert quoted(one.source) == "The governor"
    assert quoted(one.content[0]) == "that prices had risen by 5 percent"


def test_a_participle_goes_on_from_the_speaker_before(speech, quoted):
    """“Our work is done for this year,” said Minister Roe, adding that 35 cases were closed."""
    first, second = said(speech)
    assert first.speaker == second.speaker == Speaker("Roe", "minister")
    assert quoted(second.cue) == "adding"
    assert quoted(second.content[0]) == "that 35 cases were closed"


def test_the_cue_may_trail(speech, quoted):
    """Unemployment has fallen for three years, the statistical office said on Monday."""
    (one,) = said(speech)
    assert quoted(one.content[0]) == "Unemployment has fallen for three years"
    assert quoted(one.source) == "the statistical office"


def test_according_to(speech, quoted):
    """According to the central bank, loans grew. Deposits fell, according to Jane Roe."""
    first, second = said(speech)
    assert (quoted(first.source), quoted(first.content[0])) == ("the central bank", "loans grew")
    assert second.speaker == Speaker("Jane Roe")
    assert quoted(second.content[0]) == "Deposits fell"


def test_pronouns_and_roles_mean_the_last_one_named(speech):
    """Minister Jan Novak said the border is quiet. He said that 20 were held. The minister added that all were freed."""
    assert {one.speaker for one in said(speech)} == {Speaker("Jan Novak", "minister")}
    assert len(said(speech)) == 3


def test_an_addition_to_the_name_is_a_role(speech):
    """Jane Roe, the spokeswoman for the ministry, said that exports doubled."""
    (one,) = said(speech)
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.role) == ("Jane Roe", "spokeswoman for the ministry")


def test_an_office_speaks_for_its_owner(speech):
    """Interior Minister Jan Novak left early. The talks went well, Novak's office said."""
    (one,) = said(speech)
    assert one.speaker == Speaker("Jan Novak", "interior minister", "office")


def test_a_quote_over_two_paragraphs_closes_once(speech, quoted):
    """“We built forty schools in the last year alone.

    “We built ten clinics as well,” Ana Doe said.
    """
    (one,) = said(speech)
    assert (one.speaker, one.how) == (Speaker("Ana Doe"), How.DIRECT)
    assert "forty schools" in quoted(one.content[0])
    assert quoted(one.content[-1]).endswith("ten clinics as well,”")


def test_a_speaker_goes_on_in_a_quote_of_its_own(speech, quoted):
    """“The debt is paid in full,” said Ana Doe. “There is nothing left to pay.”"""  # noqa: D415  (the speech ends in a quote)
    (one,) = said(speech)
    assert [quoted(c) for c in one.content] == ["“The debt is paid in full,”", "“There is nothing left to pay.”"]


def test_turns_of_a_transcript(speech, quoted):
    """THE CHAIR: The floor is yours.

    MS ROE: We spent 5 million.
    It was too much.
    THE CHAIR: Thank you.
    """
    turns = [one for one in said(speech) if one.how is How.TURN]
    assert [quoted(one.source) for one in turns] == ["THE CHAIR", "MS ROE", "THE CHAIR"]
    assert quoted(turns[1].content[0]) == "We spent 5 million.\nIt was too much."


def test_what_somebody_is_asked_or_promises_to_do(speech, quoted):
    """The mayor vowed to build 30 schools. Ana Doe (Skopje) is warning that costs will double."""
    first, second = said(speech)
    assert (quoted(first.source), quoted(first.content[0])) == ("The mayor", "to build 30 schools")
    assert quoted(second.content[0]) == "that costs will double"


def test_verbs_that_are_also_nouns_need_proof(speech):
    """The police reports list 20 cases. The firm added 200 jobs. The United States grew. They are said to be rich."""
    assert said(speech) == ()


def test_he_may_mean_the_speaker_of_the_document(speech):
    """He said that 20 people were held."""
    (one,) = said(speech, Speaker("Jan Novak", "mayor"))
    assert one.speaker == Speaker("Jan Novak", "mayor")


WORDS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        " said ",
        "Minister ",
        "Ana Doe",
        ", ",
        "adding that ",
        "according to ",
        ". ",
        "\n\n",
        "He",
        "told us that",
        "A: ",
        "x",
        "'s office",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map("".join)))
def test_no_text_breaks_it_and_every_span_lies_inside(text):
    for one in find_attributions(text, split_sentences(text)):
        spans = [*one.content, *(s for s in (one.source, one.cue) if s is not None)]
        assert all(s.end <= len(text) and s.cut(text) for s in spans)


@each(
    ("text", "source", "content"),
    [
        ("The opposition praised the rise in wages.", "The opposition", "the rise in wages"),
        ("The bank's claim that wages rose was wrong.", "The bank's", "that wages rose was wrong"),
        (
            "A warning by the central bank that prices will rise came late.",
            "the central bank",
            "that prices will rise came late",
        ),
        ("While Jane Roe said wages rose, the unions disagree.", "Jane Roe", "wages rose"),
        ("As the central bank reported, inflation fell.", "the central bank", "inflation fell"),
        ("Jane Roe, deputy head of the bank, said wages rose.", "Jane Roe, deputy head of the bank", "wages rose"),
        ("Jane Roe welcomed the talks and said wages rose.", "Jane Roe", "wages rose"),
        ("John Doe met Jane Roe, who said that wages rose.", "who", "that wages rose"),
        (
            "''The voters of this town are furious,'' Mr. Doe said.",
            "Mr. Doe",
            "''The voters of this town are furious,''",
        ),
    ],
)
def test_who_says_what_in_one_sentence(text, source, content):
    found = said(text)
    assert (source, content) in [(one.source.cut(text), one.content[0].cut(text)) for one in found if one.source]


@pytest.mark.parametrize(
    "text", ["Swing states added 200 jobs.", "The number of calls rose to 500.", "The ministry supports 450 families."]
)
def test_nouns_and_things_done_say_nothing(text):
    assert said(text) == ()


def test_who_said_is_the_person_named_before():
    """John Doe met Jane Roe, the finance minister, who said that wages rose by 5%. She added that prices fell by 1%."""
    text = test_who_said_is_the_person_named_before.__doc__
    assert {claim.attribution.speaker.name for claim in read_text(text).claims} == {"Jane Roe"}


def test_figures_that_show_something_are_nobodys():
    """In a minister's speech "official figures show" leaves the claim with the minister."""
    text = "Official figures show that unemployment fell to 4%."
    assert read_text(text, speaker=Speaker("Jane Roe")).claims[0].attribution.speaker.name == "Jane Roe"
