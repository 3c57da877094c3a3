"""Links that start a recording at the words of a claim."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.document import Document
from workbench.report.recording_links import heard_link, heard_words, link_at

STARTS = (
    ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=751s"),
    ("https://www.youtube.com/watch?v=abc&t=90s#top", "https://www.youtube.com/watch?v=abc&t=751s"),
    ("https://youtu.be/abc?si=x", "https://youtu.be/abc?si=x&t=751s"),
    ("https://m.youtube.com/live/abc", "https://m.youtube.com/live/abc?t=751s"),
    ("https://www.youtube-nocookie.com/embed/abc?start=5", "https://www.youtube-nocookie.com/embed/abc?start=751"),
    ("https://vimeo.com/76979871", "https://vimeo.com/76979871#t=12m31s"),
    ("https://media.example.org/a/talk.MP4?token=1#t=3", "https://media.example.org/a/talk.MP4?token=1#t=751"),
    ("http://radio.example.org/talk.mp3", "http://radio.example.org/talk.mp3#t=751"),
)
NO_START = (
    "", "talk.mp4", "/srv/talk.mp4", "file:///srv/talk.mp4", "javascript:alert(1)//.mp4", "https://news.example.org/2021/talk",
    "https://youtube.com.evil.example/watch?v=a", "https://evil.example/?youtube.com", "https://[::1/talk.mp4",
    "https:///talk.mp4", "https://media.example.org/talk\x1b[31m.mp4", "https://media.example.org/a talk.mp4",
)  # fmt: skip


@each(("address", "link"), STARTS)
def test_a_player_is_told_where_to_start(address: str, link: str):
    assert link_at(address, "00:12:31") == link


@each("address", NO_START)
def test_no_link_is_made_where_none_would_start_there(address: str):
    assert link_at(address, "00:12:31") == ""


@pytest.mark.parametrize("at", ["", "12:31", "00:61:00", "0:12:31.5", "٠٠:١٢:٣١"])
def test_what_is_no_time_code_starts_nothing(at: str):
    assert link_at("https://youtu.be/abc", at) == ""


def test_the_file_itself_may_be_the_recording():
    document = Document(
        id="d", title="", text="It fell.", origin="https://media.example.org/talk.webm", url="https://example.org/talk",
        marks=((0, "01:00:05"),),
    )  # fmt: skip
    assert heard_link(document, 3) == "https://media.example.org/talk.webm#t=3605"
    assert heard_words(document, 3) == "heard at 01:00:05 https://media.example.org/talk.webm#t=3605"


def test_a_written_text_is_heard_nowhere():
    document = Document(id="d", title="", text="It fell.", origin="https://youtu.be/abc")
    assert (heard_link(document, 0), heard_words(document, 0)) == ("", "")


@given(
    st.text(), st.sampled_from(["https://", "http://", ""]), st.sampled_from(["", ".mp4", "youtu.be/", "vimeo.com/"])
)
def test_any_address_gives_a_web_address_or_none(words: str, scheme: str, about: str):
    for address in (f"{scheme}{about}{words}", f"{scheme}x/{words}{about}"):
        link = link_at(address, "00:00:09")
        assert not link or (link.isprintable() and " " not in link and urlsplit(link).scheme in {"http", "https"})
