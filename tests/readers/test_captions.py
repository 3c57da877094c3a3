"""Captions: a speech on video is read as sentences, and every claim can be found in the recording."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from made import SAID, cues_of

from workbench.core.document import How, Speaker
from workbench.core.errors import ReadingError
from workbench.desk.importing.document_import import read_claims, read_raw
from workbench.extract import read_text
from workbench.ports import Raw
from workbench.readers import readers
from workbench.readers._caption_cues import read_cues
from workbench.readers.srt import READER as SRT
from workbench.readers.vtt import READER as VTT

SPEECH = """\
1
00:12:29,000 --> 00:12:31,500
In the first nine months

2
00:12:31,500 --> 00:12:34,000
we prevented 16,000 attempts,

3
00:12:34,000 --> 00:12:36,000
a fall of 36.5 percent.
"""


def srt(words: str):
    return SRT.read(Raw("speech.srt", "srt", words.encode()))


def vtt(words: str):
    return VTT.read(Raw("speech.vtt", "vtt", ("WEBVTT\n\n" + words).encode()))


def test_cues_become_sentences():
    assert srt(SPEECH).document.text == "In the first nine months we prevented 16,000 attempts, a fall of 36.5 percent."


def test_a_claim_is_found_in_the_recording():
    document = srt(SPEECH).document
    where = [document.heard_at(document.text.index(words)) for words in ("In the", "16,000", "36.5")]
    assert where == ["00:12:29", "00:12:31", "00:12:34"]
    assert document.heard_at(len(document.text)) == "00:12:34"


def test_a_text_that_was_not_recorded_is_heard_nowhere():
    assert read_raw(readers(), Raw("a.txt", "txt", b"He said so.")).document.heard_at(3) == ""


def test_the_voices_of_webvtt_are_turns_of_a_transcript():
    done = vtt(
        "00:01.000 --> 00:03.000\n<v Ana Horvat>We treated 12,400\n\n00:03.000 --> 00:05.000\n<v Ana Horvat>patients.</v>\n\n"
        "00:05.000 --> 00:08.000\n<v.loud Ivo Perić>That was 8 percent more.</v>\n"
    )
    assert done.document.text == "Ana Horvat: We treated 12,400 patients.\n\nIvo Perić: That was 8 percent more."
    assert [speaker.name for speaker in done.document.speakers] == ["Ana Horvat", "Ivo Perić"]
    assert done.document.marks == ((0, "00:00:01"), (30, "00:00:03"), (41, "00:00:05"))
    turns = [a for a in read_text(done.document.text).attributions if a.how is How.TURN]
    assert [turn.speaker.name for turn in turns if turn.speaker] == ["Ana Horvat", "Ivo Perić"]


def test_two_voices_in_one_cue_are_two_turns():
    text = vtt("00:01.000 --> 00:03.000\n<v Ana>Did it fall?</v> <v Ivo>By 8 percent.</v>\n").document.text
    assert text == "Ana: Did it fall?\n\nIvo: By 8 percent."


def test_one_voice_is_named_before_every_paragraph():
    text = vtt(
        "00:01.000 --> 00:03.000\n<v Ana>It fell.</v>\n\n00:09.000 --> 00:11.000\n<v Ana>It rose.</v>\n"
    ).document.text
    assert text == "Ana: It fell.\n\nAna: It rose."


def test_dashes_and_chevrons_part_speakers_and_a_dash_in_a_sentence_does_not():
    cue = "1\n00:00:01,000 --> 00:00:02,000\n"
    assert srt(cue + "- Did it fall?\n- By 8 percent.\n").document.text == "Did it fall?\n\nBy 8 percent."
    assert srt(cue + ">> Did it\n>> By 8 percent.\n").document.text == "Did it\n\nBy 8 percent."
    assert srt(cue + "Unemployment fell\n- by 8 percent.\n").document.text == "Unemployment fell - by 8 percent."
    assert srt(cue + "It was\n-5 degrees.\n").document.text == "It was -5 degrees."


def test_a_name_in_capitals_begins_a_turn():
    text = srt(
        "1\n00:00:01,000 --> 00:00:02,000\nHORVAT: It fell by 8 percent.\n\n2\n00:00:02,000 --> 00:00:03,000\n>> PERIĆ: It rose\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nby 2 points.\nHORVAT: No.\n"
    ).document.text
    assert text == "HORVAT: It fell by 8 percent.\n\nPERIĆ: It rose by 2 points.\n\nHORVAT: No."
    assert [a.speaker.name for a in read_text(text).attributions if a.speaker] == ["Horvat", "Perić", "Horvat"]


def test_a_voice_lasts_to_the_end_of_its_sentence_and_not_longer():
    text = vtt(
        "00:01.000 --> 00:02.000\n<v Ana>It fell\n\n00:02.000 --> 00:03.000\nby 8 percent.\n\n"
        "00:03.000 --> 00:04.000\nSo she said.\n"
    ).document.text
    assert text == "Ana: It fell by 8 percent.\n\nSo she said."


_CAPTION_WORD = st.builds(str.__add__, st.sampled_from("abéж"), st.text(alphabet="ab12é.,?", max_size=4))
_CUES = st.lists(
    st.lists(st.lists(_CAPTION_WORD, min_size=1, max_size=4), min_size=1, max_size=2), min_size=1, max_size=12
)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # the first text in another language loads the classifier
@given(_CUES, st.sampled_from([",", "."]), st.integers(0, 12))
def test_no_word_is_lost_whatever_the_cues(cues: list[list[list[str]]], mark: str, gap: int):
    """Only where every second cue repeats the line before are lines taken for shown twice."""
    lines = [[" ".join(words) for words in cue] for cue in cues]
    assume(not any(a[-1] == b[0] for a, b in pairwise(lines)))
    shown = [
        f"00:{n * (gap + 2) // 60:02}:{n * (gap + 2) % 60:02}{mark}000 --> 00:59:59{mark}000\n" + "\n".join(cue)
        for n, cue in enumerate(lines)
    ]
    document = srt("\n\n".join(shown)).document
    assert document.text.split() == [word for cue in cues for words in cue for word in words]
    assert all(document.text[start - 1 : start].isspace() for start, _ in document.marks if start)


def test_markup_goes_entities_are_letters_and_sounds_are_not_said():
    done = srt(
        '1\n00:00:01,000 --> 00:00:02,000\n<font color="#fff"><i>R&amp;D</i></font> {\\an8}rose\n\n'
        "2\n00:00:02,000 --> 00:00:03,000\n[applause]\n\n3\n00:00:03,000 --> 00:00:04,000\nby 2 &lt; 3 percent.\n"
    )
    assert done.document.text == "R&D rose by 2 < 3 percent."


def test_rolling_captions_are_read_once():
    """As machines write them: each cue shows the line before once more."""
    rolling = (
        "00:01.000 --> 00:02.000\nunemployment fell\n\n00:02.000 --> 00:02.010\nunemployment fell\n \n\n"
        "00:02.010 --> 00:04.000\nunemployment fell\n<00:02.100><c>to 5 percent</c>\n\n"
        "00:04.000 --> 00:06.000\nto 5 percent\nin 2021\n"
    )
    assert vtt(rolling).document.text == "unemployment fell to 5 percent in 2021"


def test_what_is_said_twice_in_ordinary_captions_stays():
    text = srt("1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n").document.text
    assert text == "No. No."


def test_a_pause_after_a_sentence_begins_a_paragraph_and_one_within_does_not():
    text = srt(
        "1\n00:00:01,000 --> 00:00:02,000\nIt fell.\n\n2\n00:00:06,000 --> 00:00:07,000\nIt rose\n\n"
        "3\n00:00:12,000 --> 00:00:13,000\nlater.\n"
    ).document.text
    assert text == "It fell.\n\nIt rose later."


def test_comments_and_styles_are_not_said_and_a_note_tells_the_day():
    done = vtt(
        "NOTE date: 2021-12-02\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nIt fell.\n\n"
        "NOTE nobody hears this\n\n00:02.000 --> 00:03.000\nIt rose.\n"
    )
    assert done.document.text == "It fell. It rose."
    assert done.document.published == date(2021, 12, 2)
    assert done.problems == ()


def test_a_note_with_number_signs_stands_above_subrip_captions():
    document = srt("# date: 2021-12-02\n# speaker: Ana Horvat, health minister\n\n" + SPEECH).document
    assert (document.published, document.speakers[0]) == (date(2021, 12, 2), Speaker("Ana Horvat", "health minister"))


def test_words_under_a_damaged_time_are_kept_under_the_time_before():
    done = srt(SPEECH.replace("00:12:31,500 --> 00:12:34,000", "00:1x:31,500 --> 00:12:34,000"))
    assert "16,000 attempts" in done.document.text
    assert done.document.heard_at(done.document.text.index("16,000")) == "00:12:29"
    assert "1 caption has a damaged time" in next(p.message for p in done.problems if p.kind == "damaged-time")


@pytest.mark.parametrize("words", ["some text", "1", "WEBVTT", "1\n00:00:01,000 --> 00:00:02,000\n[music]\n"])
def test_what_holds_no_caption_says_so(words: str):
    with pytest.raises(ReadingError, match=r"there is no (caption|word) in it\."):
        srt(words)


def test_every_word_of_a_speech_is_there_once():
    for mark, head in ((",", ""), (".", "WEBVTT\n\n")):
        text = read_raw(readers(), Raw("s", "vtt", cues_of(SAID, mark=mark, head=head).encode())).document.text
        assert text.split() == " ".join(SAID).split()


def test_a_long_recording_is_read_in_a_moment():
    cues = cues_of(tuple(f"In {1900 + n % 120} we built {n} houses." for n in range(8_000)))
    document = srt(cues).document
    assert document.text.count("houses") == 8_000
    assert len(document.marks) > 10_000


REFUSED = {
    "empty.vtt", "no_captions.vtt", "invalid_format.sbv", "invalid_format1.srt", "invalid_format2.srt",
    "invalid_format3.srt", "invalid_format4.srt",
}  # fmt: skip


def test_forty_caption_files_valid_and_broken(shared: Path):
    """Each is read with all the words of its cues, or refused with a sentence."""
    files = [path for path in sorted((shared / "eval/captions").iterdir()) if path.suffix in {".vtt", ".srt", ".sbv"}]
    assert len(files) >= 37
    refused = set()
    for path in files:
        raw = Raw(path.name, path.suffix[1:], path.read_bytes())
        try:
            document = read_raw(readers(), raw).document
        except ReadingError as error:
            assert error.message.endswith(" in it.")
            refused.add(path.name)
            continue
        assert document.marks[0][0] == 0
        assert "-->" not in document.text
        assert not {"<", "{"} & set(document.text.replace("2 < 3", ""))
        for claim in read_claims(document).claims:
            assert claim.span.cut(document.text) == claim.quote
    assert refused == REFUSED


def test_no_numbered_caption_of_the_broken_files_is_lost(shared: Path):
    for path in sorted((shared / "eval/captions").glob("*_time*")):
        told = path.read_text()
        document = read_raw(readers(), Raw(path.name, path.suffix[1:], path.read_bytes())).document
        assert document.text.count("Caption text") == told.count("Caption text"), path.name


def test_times_of_every_kind_are_read():
    cues = read_cues(
        "0:0:1.5 --> 1:2:3.25\na\n\n02:03,004 --> 00:02:05,000 align:start\nb\n\n0:00:04.0,0:00:05.0\nc\n"
    ).cues
    assert [(cue.start, cue.end, cue.lines) for cue in cues] == [
        (1.5, 3723.25, ("a",)),
        (123.004, 125.0, ("b",)),
        (4.0, 5.0, ("c",)),
    ]


def shown(*lines: str) -> str:
    """Return the text of captions that show these lines, three seconds each."""
    cues = (f"00:00:{3 * n:02}.000 --> 00:00:{3 * n + 3:02}.000\n{line}\n" for n, line in enumerate(lines))
    return VTT.read(Raw("talk.vtt", "vtt", ("WEBVTT\n\n" + "\n".join(cues)).encode())).document.text


def test_a_name_in_brackets_is_who_speaks():
    """Captions for the deaf name those who cannot be seen."""
    text = shown("[Ana Horvat] Unemployment <i>fell</i>", "by 8 percent.", "<i>[Ivo Perić]</i> It did not.", "It rose.")
    assert text == "Ana Horvat: Unemployment fell by 8 percent.\n\nIvo Perić: It did not.\n\nIt rose."


@pytest.mark.parametrize(
    "sound", ["[Applause]", "[MUSIC PLAYING]", "[Audience laughing]", "[door opens]", "[аплауз]", "[BLANK_AUDIO]"]
)
def test_sounds_between_words_are_not_said(sound: str):
    """One small word between others stays, since an editor may have put it in."""
    within = "" if sound == "[аплауз]" else sound
    text = shown(f"{sound} It fell by {within} 8 percent.", f"That is so. {sound}")
    assert text == "It fell by 8 percent. That is so."


def test_a_word_that_an_editor_put_in_is_said():
    assert (
        shown("Because [the] minister said it fell by [8] percent.")
        == "Because [the] minister said it fell by [8] percent."
    )


def test_a_sound_after_a_voice_is_nobodys_name():
    assert shown("<v Ana Horvat>[Cameras clicking] It fell.") == "Ana Horvat: It fell."


def test_a_name_with_a_colon_begins_a_turn_where_a_sentence_has_ended():
    text = shown("It rose.", "Minister Horvat: It fell by 8 percent.", "The point is", "Unemployment: It fell.")
    assert text == "It rose.\n\nMinister Horvat: It fell by 8 percent. The point is Unemployment: It fell."


@pytest.mark.slow
@pytest.mark.parametrize(
    "junk", ["<i>" * 50_000 + "[A", "[" * 100_000, "[A] " * 30_000, "[A]" + " " * 50_000, "Aa " * 50_000]
)
def test_a_line_of_marks_alone_takes_a_moment(junk: str):
    began = perf_counter()
    assert shown(f"It fell. {junk}").startswith("It fell.")
    assert shown(f"{junk} x").endswith("x")
    assert perf_counter() - began < 5
