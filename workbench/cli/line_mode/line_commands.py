"""The words of line mode: each does what a key of the screens does, and typing that key does the same.

A line that begins with another verb of the command line is run as typed, with CLAIM for the open claim's id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial

from workbench.cli.line_mode.evidence_session import EvidenceSession
from workbench.core.errors import UsageError, printable
from workbench.tui.command_keys import EVERY
from workbench.tui.keymap.key_names import file_key
from workbench.tui.keymap.keymap import Keymap

Does = Callable[[EvidenceSession, str], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of line mode.

    Attributes:
        name: The word as typed.
        does: The function that runs it with the rest of the line.
        means: A sentence for help.
        queue: The id of the screens' command with the same effect while no claim is open; empty for none.
        bench: The same while a claim is open.
        takes: What may follow it, for help.
    """

    name: str
    does: Does
    means: str
    queue: str = ""
    bench: str = ""
    takes: str = ""


S = EvidenceSession

WORDS = (
    Word("list", S.queue, "Read the queue, the best worth checking first; a filter may follow.", "library.filter", takes="status:open words"),
    Word("more", S.more, "Read on in the queue.", "list.page-down"),
    Word("filter", S.filter, "Set the filter; without words, hear which holds. all takes it off.", takes="status:open speaker:Petrova"),
    Word("sort", S.sort, "Sort by the next column, or by the one you name: worth, date, speaker, place, kind, text.", "library.sort", takes="date"),
    Word("sort turned", partial(S.sort, turned=True), "Turn the order round.", "library.sort-back"),
    Word("views", S.views, "Read the next saved filter.", "library.views"),
    Word("view", S.view, "Open a saved filter by its name or its digit; without either, hear which there are.", takes="mine"),
    Word("save view", S.save_view, "Save the filter under a name.", "library.save-view", takes="mine"),
    Word("open", S.open, "Open a claim by its number in the queue, or its id.", "list.open", takes="3"),
    Word("read", S.read, "Read the open claim again: its words, how it was read, what was found, the verdict."),
    Word("text", S.text, "Read the document's text."),
    Word("next", lambda s, _: s.step(1), "Go to the next claim of the document.", "list.down", "bench.next"),
    Word("previous", lambda s, _: s.step(-1), "Go to the claim before.", "list.up", "bench.previous"),
    Word("next open", S.next_open, "Go to the next open claim of the queue.", bench="bench.next-open"),
    Word("next open here", S.next_open_here, "Go to the next open claim of the document.", bench="bench.next-open-here"),
    Word("research", S.research, "Look for series that measure the claim, and ask for their figures.", bench="bench.research"),
    Word("research again", partial(S.research, fresh=True), "The same, asking the services anew.", bench="bench.research-again"),
    Word("candidates", S.candidates, "Read the candidates; with a number, why that one stands there.", bench="candidates.unfold", takes="2"),
    Word("examine", S.examine, "Ask for a candidate's figures and compare.", bench="bench.examine", takes="2"),
    Word("pick", partial(S.examine, pick=True), "Say that a candidate measures the claim.", bench="candidates.pick", takes="2"),
    Word("exclude", S.exclude, "Say that a candidate is not what is meant.", bench="candidates.bar", takes="2"),
    Word("figures", S.figures, "Read the arithmetic, step by step."),
    Word("recompute", S.replay, "Recompute every figure from the archive.", bench="bench.replay"),
    Word("rate", S.rate, "Give a rating; the rating alone, or its key, does it too.", takes="mostly false"),
    Word("note", S.note, "Write a note; it goes with the rating.", bench="bench.note", takes="words"),
    Word("edit", S.edit, "Put the reading right.", bench="bench.correct", takes="period 2020"),
    Word("words", S.words, "Write the report's own words: headline, summary, context, tags, role, address.", bench="bench.words", takes="headline Exports doubled in 2021"),
    Word("mark", S.mark, "In the list, mark claims by their numbers, as in mark 1, 3 to 5: what you then decide is done to all of them in one go. With a claim open, add one that was missed, by its words.", "marks.mark", "bench.mark", "35 cases of smuggling"),
    Word("mark all", S.mark_all, "Mark all that the filter lets through.", "marks.all"),
    Word("unmark", S.unmark, "Take the marks off, or those of some numbers.", "library.clear", takes="3"),
    Word("tag", S.tag, "Give the open claim, or the marked ones, a tag; -budget takes it off.", "library.tag", takes="budget"),
    Word("join", S.join, "Make the claim and another of its document one.", bench="bench.join", takes="2"),
    Word("split", S.split, "Make a claim of each figure of the claim.", bench="bench.split"),
    Word("data", S.data, "Put the document's day, place, speaker, title or language right.", bench="bench.document", takes="day 2021-12-02"),
    Word("attach", S.attach, "Attach evidence of your own: an address, a file or a note.", bench="bench.attach", takes="report.pdf --quote words"),
    Word("precedents", S.precedents, "Read how claims like this one were decided.", bench="bench.precedents"),
    Word("cite", S.cite, "Read the figure, its citation, the arithmetic and the source's address.", bench="bench.copy"),
    Word("undo", S.undo, "Take back what was done last.", "library.undo", "bench.undo"),
    Word("defer", S.defer, "Defer the open claim, or the marked ones; they stay open.", "library.defer", "bench.defer", "a note"),
    Word("later", S.defer_until, "Defer the open claim, or the marked ones, until a day: they leave the queue, and come back by themselves.", "library.later", "bench.later", "in 3 days"),
    Word("hand", S.hand, "Take the open claim, or the marked ones; with a name, give them to somebody; with -, back to everybody.", "library.hand", "bench.hand", "bea"),
    Word("dismiss", S.dismiss, "Say that this, or what is marked, is no claim; a reason may follow.", "library.dismiss", "bench.dismiss", "reason"),
    Word("history", S.history, "Read all that was done to the claim.", bench="bench.history"),
    Word("publish", S.publish, "Publish the verdict, once you said yes; correct, update or withdraw one that readers have.", bench="bench.publish", takes="correct true We read the wrong year."),
    Word("export", S.export, "Write the open claim, the marked ones, or what the filter lets through, to a file.", "library.export", "bench.export", "claims.md"),
    Word("import", S.import_from, "Take in a file or a folder.", "library.import", takes="speeches"),
    Word("back", S.back, "Go back to the queue.", bench="bench.back"),
)  # fmt: skip

LEAVE = ("quit", "exit")
HELP = "help"


class UnknownWordError(UsageError):
    """A line begins with no word of line mode."""

    def __init__(self, given: str, known: list[str]) -> None:
        near = get_close_matches(given.casefold(), known, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        super().__init__(f"{printable(given, 60)} is no word here.", f"{hint}help reads the words and keys.")


def word_of(line: str) -> tuple[Word, str] | None:
    """Find the longest word that a line begins with, and the rest of the line."""
    said = " ".join(line.split())
    for word in sorted(WORDS, key=lambda each: -len(each.name)):
        if said.casefold() == word.name or said.casefold().startswith(f"{word.name} "):
            return word, said[len(word.name) :].strip()
    return None


def word_of_key(line: str, keymap: Keymap, *, opened: bool) -> Word | None:
    """Find the word of a line that is only a key, spelt as in the file of keys."""
    for word in WORDS:
        command = word.bench if opened else word.queue
        if command and line in {file_key(key) for key in keymap.keys(EVERY[command])}:
            return word
    return None


def rating_of_key(line: str, keymap: Keymap) -> str:
    """Find the digit of the rating of a line that is only a key; empty for other lines."""
    digits = {digit: keymap.keys(EVERY[f"bench.rate-{digit}"]) for digit in map(str, range(10))}
    return next((digit for digit, keys in digits.items() if line in map(file_key, keys)), "")


def help_lines(keymap: Keymap, verbs: Iterable[str]) -> Iterator[str]:
    """Yield every word with its key and what it does."""
    yield "Type a word, or its key, and Enter. Words of this mode:"
    for word in WORDS:
        command = word.bench or word.queue
        names = [file_key(key) for key in keymap.keys(EVERY[command])] if command else []
        key = "".join(f", key {name}" for name in names[:1] if len(name) == 1)
        example = f", as in {word.name} {word.takes}" if word.takes else ""
        yield f"{word.name}{key}{example}: {word.means}"
    yield "A rating by itself, or its key, gives that rating: ratings reads them."
    leave, here = (file_key(keymap.keys(EVERY[name])[0]) for name in ("app.quit", "app.help"))
    yield f"help, key {here}: Read this. quit, key {leave}: Leave; everything that was confirmed is kept."
    yield f"Verbs of the command line work too, with CLAIM for the open claim: {', '.join(sorted(verbs))}."
