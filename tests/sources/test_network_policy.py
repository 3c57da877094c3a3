"""Where the workbench goes, and where it does not."""

from __future__ import annotations

import contextlib
import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._web.keys_in_addresses import without_keys
from sources._web.network_policy import AddressPolicy, literal, why_refused
from tests.each import each
from workbench.core.errors import RefusedAddressError


@each(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "64:ff9b::a9fe:a9fe", "not an address",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(address):
    assert why_refused(address)


@pytest.mark.parametrize("address", ["151.101.1.1", "8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are_let_through(address):
    assert why_refused(address) == ""


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_like_itself(ip: ipaddress.IPv4Address):
    if why_refused(str(ip)):
        assert why_refused(f"::ffff:{ip}")
        assert why_refused(f"64:ff9b::{ip}")


@pytest.mark.parametrize(
    ("host", "address"),
    [("2130706433", "127.0.0.1"), ("0x7f000001", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"), ("127.1", "127.0.0.1"),
     ("::1", "::1"), ("api.unhcr.org", None), ("1.example", None)],
)  # fmt: skip
def test_a_number_is_an_address_in_whatever_notation(host, address):
    assert literal(host) == address


@pytest.mark.parametrize(
    "url",
    [
        "ftp://api.worldbank.org/v2", "file:///etc/passwd", "gopher://x", "https://", "https:///v2", "//api.worldbank.org",
        "https://api.worldbank.org@evil.example/", "https://user:pw@api.worldbank.org/", "https://api.worldbank.org:99999/",
        "https://api.worldbank.org/ x", "https://api.worldbank.org\\@evil.example/", "https://[::1", "https://a\x00b/",
        "https://api.worldbank.org\r\nHost: evil/", "https://" + "ü" * 300 + ".example/",
    ],
)  # fmt: skip
def test_a_strange_address_is_refused_in_a_sentence(url):
    with pytest.raises(RefusedAddressError) as caught:
        AddressPolicy().target(url)
    assert caught.value.message.isprintable()


def test_a_source_may_ask_the_hosts_it_names_alone():
    policy = AddressPolicy()
    assert policy.target("https://API.WorldBank.org./v2", ("api.worldbank.org",)).host == "api.worldbank.org"
    with pytest.raises(RefusedAddressError, match="does not name this host"):
        policy.target("https://example.org/v2", ("api.worldbank.org",))


def test_a_redirect_goes_home_or_to_a_named_host_and_never_down_to_http():
    policy = AddressPolicy()
    start = policy.target("https://api.worldbank.org/v2")
    assert policy.redirect(start, start, "https://api.worldbank.org/v2/").path == "/v2/"
    assert (
        policy.redirect(start, start, "https://cdn.worldbank.org/x", ("cdn.worldbank.org",)).host == "cdn.worldbank.org"
    )
    assert policy.redirect(start, start, "https://www.api.worldbank.org/v2").host == "www.api.worldbank.org"
    for away in (
        "https://evil.example/",
        "https://www.worldbank.org/",
        "http://api.worldbank.org/",
        "https://api.worldbank.org:8443/",
        "http://127.0.0.1/",
    ):
        with pytest.raises(RefusedAddressError):
            policy.redirect(start, start, away, ("cdn.worldbank.org",))


@given(st.text(max_size=60))
def test_any_text_is_a_target_or_a_sentence(text):
    with contextlib.suppress(RefusedAddressError):
        assert AddressPolicy().target("https://" + text).host.isascii()


@pytest.mark.parametrize(
    ("url", "hidden"),
    [
        ("https://x/a?token=abc&b=1", True),
        ("https://x/a?b=1&API_KEY=abc#part", True),
        ("https://x/a?sub%73cription-key=abc", True),
        ("https://x/a?key=AIzaSyD-abcdefghijklmnopq", True),
        ("https://x/a?key=M.USD.EUR.SP00.A", False),
        ("https://x/a?tokens=abc", False),
        ("https://x/token=abc", False),
        ("https://x/a?token=", False),
    ],
)
def test_what_looks_like_a_key_in_an_address_is_hidden(url, hidden):
    shown = without_keys(url)
    assert ("hidden-" in shown) == hidden
    assert (shown == url) != hidden
    assert without_keys(shown) == shown


def test_two_tokens_are_two_addresses():
    assert without_keys("https://x/?token=a") != without_keys("https://x/?token=b")


def test_a_refused_address_is_told_without_its_token():
    with pytest.raises(RefusedAddressError) as caught:
        AddressPolicy().target("ftp://x/?token=s3cret")
    assert "s3cret" not in caught.value.message
