"""Guess the format of a document from its first bytes, where no file name says it: on the standard input."""

from __future__ import annotations

import re

_LOOKS = {
    "pdf": re.compile(rb"%pdf-"),
    "docx": re.compile(rb"pk\x03\x04"),
    "vtt": re.compile(rb"webvtt\b"),
    "srt": re.compile(rb"\d{1,6}\s{1,4}\d\d?:\d\d:\d\d,\d{1,3} *-->"),
    "xml": re.compile(rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:\w+:)?tei(?:corpus)?\b", re.DOTALL),
    "html": re.compile(rb"<!doctype html|<html|<!--|<head|<\?xml"),
}
"""Magic bytes of the formats, in lower case, in the order in which they are tried."""


def guessed_suffix(body: bytes) -> str:
    """Return the suffix of the format that some bytes begin like, without its dot; that of plain text for any other."""
    head = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((suffix for suffix, looks in _LOOKS.items() if looks.match(head)), "txt")
