"""Remove Markdown's marks: exactly the words that a reader of the rendered page would see remain."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from workbench.core.text_cleaning import clean_text

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?=\s|\Z)")
_CLOSING = re.compile(r"(?<!\S)#+\Z")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_DEFINITION = re.compile(r"\s{0,3}\[(?!\^)[^\]\n]+\]:\s*\S+(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*")
_FOOTNOTE = re.compile(r"\s{0,3}\[\^[^\]\n]+\]:\s*")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?)+")
_BULLET = re.compile(r"(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?(?=\S)")
_DIVIDER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]*)?/?>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_LINK_WORDS = r"!?\[(?P<words>[^\[\]\n]{0,500})\]"
_LINK_TARGET = r"(?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,5})"
_LINK_TITLE = r"(?:\s{1,5}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?"
_LINK = re.compile(rf"{_LINK_WORDS}(?:\({_LINK_TARGET}{_LINK_TITLE}\s{{0,5}}\)|\[[^\[\]\n]{{0,200}}\])")
_NOTED = re.compile(r"\[\^[^\]\n]{1,80}\]")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^\n]{1,300}?)(?<!`)\1(?!`)")
_STARS = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*\\])\1(?![*])"
    r"|(?<=\w)(\*{2,3})(?=[^\s*])([^*\n]*[^\s*])\3"
)
_BARS = re.compile(r"(?<![\w_\\])(_{1,3})(?=[^\s_])([^\n]{0,300}?[^\s_\\])\1(?![\w_])")
_WAVES = re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_DEEPEST = 5
_SHELTER = "\ufdd0"
"""Placeholder for escaped characters and code while marks are removed. Texts are cleaned of it before."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The text of a page, and its first heading if nothing precedes it."""

    text: str
    title: str = ""


def plain_words(markdown: str) -> Plain:
    """Convert Markdown to plain text; lists keep their bullets and numbers, tables the bars between cells."""
    lines, title = list[str](), ""
    fence = ""
    for line in _without_comments(markdown).split("\n"):
        if opened := _FENCE.match(line):
            fence = "" if fence and opened[1].startswith(fence) else (fence or opened[1][:3])
            lines.append("")
        elif fence:
            lines.append(line)
        else:
            said, heading = _line(line, lines)
            title = title or (said[-2] if heading and not any(lines) else "")
            lines += said
    if not title:
        title = _underlined(markdown, lines)
    return Plain(clean_text("\n".join(lines)).text, " ".join(clean_text(title).text.split()))


def _without_comments(markdown: str) -> str:
    """Remove comments from a text; an unclosed one is not a comment."""
    end = markdown.rfind("-->") + 3
    return _COMMENT.sub("", markdown[:end]) + markdown[end:] if end >= len("-->") else markdown


def _line(line: str, before: list[str]) -> tuple[list[str], bool]:
    """Convert a line of the file to lines of text; also return whether it is a heading."""
    line = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
    if heading := _HEADING.match(line):
        return ["", _inline(_CLOSING.sub("", line[heading.end() :].strip()).strip()), ""], True
    if _UNDERLINE.fullmatch(line) and before and before[-1].strip():
        return [""], False
    if _RULE.fullmatch(line) or _DEFINITION.fullmatch(line) or ("|" in line and _DIVIDER.fullmatch(line)):
        return [""], False
    if _FOOTNOTE.match(line):
        return ["", _inline(_FOOTNOTE.sub("", line, count=1))], False
    if line.lstrip().startswith("|") and line.rstrip().endswith("|"):
        return [_inline(line.strip().strip("|").strip())], False
    line = _BULLET.sub(r"\1• ", line, count=1) if _BULLET.match(line) else line
    return [_inline(line.rstrip().removesuffix("\\"))], False


def _underlined(markdown: str, lines: list[str]) -> str:
    """Return the first line, if it is an underlined heading."""
    head = markdown.lstrip("\n").split("\n", 2)
    drawn = len(head) > 1 and head[0].strip() and _UNDERLINE.fullmatch(head[1]) and not _BULLET.match(head[0])
    return next((line for line in lines if line.strip()), "") if drawn else ""


def _inline(words: str) -> str:
    """Remove links, emphasis, code marks, tags and escapes from a line."""
    kept: list[str] = []

    def shelter(text: str) -> str:
        kept.append(text)
        return f"{_SHELTER}{len(kept) - 1}{_SHELTER}"

    words = words.replace(_SHELTER, "")
    words = _CODE.sub(lambda m: shelter(m[2]), words)
    words = _ESCAPE.sub(lambda m: shelter(m[1]), words)
    words = _TAG.sub("", _AUTOLINK.sub(r"\1", words))
    words = _NOTED.sub("", _again(_LINK, lambda m: m["words"], words))
    words = _again(_STARS, lambda m: m[2] or m[4], words)
    words = unescape(_WAVES.sub(r"\1", _again(_BARS, lambda m: m[2], words)))
    return re.sub(rf"{_SHELTER}(\d+){_SHELTER}", lambda m: kept[int(m[1])], words)


def _again(mark: re.Pattern[str], inside: Callable[[re.Match[str]], str], words: str) -> str:
    """Remove a mark, and marks nested in it."""
    for _ in range(_DEEPEST):
        words, count = mark.subn(inside, words)
        if not count:
            break
    return words
