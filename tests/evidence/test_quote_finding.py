"""A quote is found however its text was set; what stands there is what is cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.evidence.css_selectors import BadSelectorError, xpath_of
from workbench.evidence.quote_finding import find_quote, page_at, page_range
from workbench.evidence.web_page import read_web_page

TEXT = "He said: “asylum applica-\ntions fell by 70 %”.\fThe ﬁgures — 15,998 — rose.\fThe ﬁgures fell."


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("asylum applications fell by 70%", "asylum applica-\ntions fell by 70 %"),
        ('"asylum applications', "“asylum applica-\ntions"),
        ("figures - 15,998 - rose", "ﬁgures — 15,998 — rose"),
        ("70 %”. The figures", "70 %”.\fThe ﬁgures"),
    ],
)
def test_a_quote_is_found_as_it_is_set(quote: str, stands: str):
    found = find_quote(TEXT, quote)
    assert found is not None
    assert TEXT[found.start : found.end] == stands


@pytest.mark.parametrize("quote", ["asylum applications rose", "15,999", "", " ", "Asylum Applications"])
def test_other_words_are_not_found(quote: str):
    assert find_quote(TEXT, quote) is None


def test_pages_are_told_apart():
    assert [page_at(TEXT, find_quote(TEXT, quote).start) for quote in ("asylum", "15,998", "figures fell")] == [1, 2, 3]
    assert find_quote(TEXT, "The figures").times == 2
    assert find_quote(TEXT, "The figures", *page_range(TEXT, 3)).start > TEXT.rindex("\f")
    assert page_at("no pages", 3) == 0


@given(st.text(max_size=60), st.integers(0, 59), st.integers(1, 30))
def test_any_stretch_of_a_text_is_found_in_it(text: str, start: int, length: int):
    quote = text[start : start + length]
    found = find_quote(text, quote)
    assert found is None or find_quote(quote, text[found.start : found.end]) is not None


MARKUP = """<title>T</title><div id="a" class="x main"><p>One</p><p data-k="v w">Two <i>three</i></p><ul><li>four</ul></div>
<script>no</script><style>no</style><p hidden>no</p><p>Five<!-- no --> six</p>"""


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("#a > p", "One"), ("div.main p:nth-of-type(2)", "Two three"), ('[data-k="v w"] i', "three"), ("ul li:first-child", "four"),
        ("body > p:last-of-type", "Five six"), ("section, li", "four"), ("p:nth-child(2)", "Two three"), ("*", None),
    ],
)  # fmt: skip
def test_selectors_mean_what_a_browser_means_by_them(selector: str, words: str | None):
    page = read_web_page(MARKUP.encode())
    place = page.selected(selector)
    assert place is not None
    assert page.text[slice(*place)] == (page.text if words is None else words)
    assert "no" not in page.text


@pytest.mark.parametrize("selector", ["", "p:hover", "p >", "> p", "a[b", "p)(", "p::before", "1p", "#"])
def test_selectors_that_are_not_read_are_refused(selector: str):
    with pytest.raises(BadSelectorError, match="is no CSS selector"):
        xpath_of(selector)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(body: bytes):
    page = read_web_page(b"<html>" + body)
    assert page.selected("p") is None or page.text


@pytest.mark.parametrize(
    ("markup", "login"),
    [
        ("<title>Sign in – Portal</title><form><input type=email></form>", True),
        ("<title>Portal</title><form>Name<input><input type=password></form>", True),
        ("<title>Најава</title><input type='password'>" + "words " * 900, True),
        ("<title>Asylum in 2021</title><form><input type=password></form>" + "<p>Applications fell.</p>" * 200, False),
        ("<title>How to sign in to vote</title><p>Bring an identity card.</p>", False),
    ],
)
def test_a_login_page_is_known(markup: str, login: bool):
    assert read_web_page(markup.encode()).login is login


@pytest.mark.parametrize(("charset", "head"), [("cp1251", ""), ("", "<meta charset=windows-1251>")])
def test_old_encodings_are_read(charset: str, head: str):
    body = f"<html>{head}<p>Број на барања</p>".encode("cp1251")
    assert read_web_page(body, charset).text == "Број на барања"
