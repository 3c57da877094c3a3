"""Every command of the screens, declared once for keys, footer, palette and help page.

Each has an id, by which users can remap its key, and its twin on the command line, which can do whatever a screen does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

EVERY: dict[str, Command] = {}
"""Every command by its id."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that a key runs.

    Attributes:
        id: Its name in a keymap.
        key: The key or keys, as Textual names them.
        action: The action that it runs.
        says: One or two words for the footer.
        means: A sentence for help page and palette.
        twin: The same on the command line, with ``CLAIM`` in place of the claim's id; empty for mere moves on a screen.
        label: The key as shown to users; empty for the usual spelling.
        foot: Whether the footer shows it.
        decides: Whether it changes stored data; then a key typed before its screen was visible is ignored.
        beside: The id of another command whose key is in the same label.
    """

    id: str
    key: str
    action: str
    says: str
    means: str
    twin: str = ""
    label: str = ""
    foot: bool = True
    decides: bool = False
    beside: str = ""


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Register commands under their ids, those of plug-ins too, and return them as Textual's bindings."""
    commands = tuple(commands)
    for command in commands:
        EVERY.setdefault(command.id, command)
    return [
        Binding(c.key, c.action, c.says, show=c.foot, key_display=c.label or None, tooltip=c.means, id=c.id)
        for c in commands
    ]


ANYWHERE = (
    Command(
        "app.help", "question_mark", "app.help", "keys", "Show every key that holds here.", "workbench --help", "?"
    ),
    Command("app.jump", "g", "jump", "jump", "Show a key over each pane and list; that key goes there.", foot=False),
    Command("app.light", "t", "app.light", "theme", "Go to the next theme: dark, light, high contrast.", foot=False),
    Command(
        "app.catalogue",
        "U",
        "app.update_catalogue",
        "whole lists",
        "Pull the services' whole lists of series beside your work; once more stops it.",
        "workbench catalogue update",
        foot=False,
    ),
    Command(
        "app.ahead",
        "b",
        "app.ahead",
        "coming next",
        "Show the claims that come next, and which of them are researched already.",
        "workbench ahead",
        foot=False,
    ),
    Command("app.quit", "q", "app.quit", "quit", "Leave the workbench; everything that was confirmed is kept."),
)

ON_EVERY_SCREEN = (
    Command("app.palette", "ctrl+p", "command_palette", "palette", "Find a command by its words.", foot=False),
    Command("app.suspend", "ctrl+z", "suspend_process", "suspend", "Go back to the shell; fg comes back here.", foot=False),
)  # fmt: skip

LIST = (
    Command(
        "list.open", "enter", "open", "open", "Open the selected document or claim.", "workbench show CLAIM", "Enter"
    ),
    Command("list.down", "j,down", "move(1)", "down", "Move down a row.", foot=False),
    Command("list.up", "k,up", "move(-1)", "up", "Move up a row.", foot=False),
    Command("list.page-down", "pagedown", "page(1)", "page down", "Move down a screenful.", foot=False),
    Command("list.page-up", "pageup", "page(-1)", "page up", "Move up a screenful.", foot=False),
    Command("list.first", "home", "end(-1)", "first", "Go to the first row.", foot=False),
    Command("list.last", "end,G", "end(1)", "last", "Go to the last row.", foot=False),
)

MARKS = (
    Command("marks.mark", "space", "mark", "mark", "Mark the selected claim, or take its mark off; marked claims are rated, deferred, dismissed, tagged and exported in one go.", "workbench tag CLAIM… TAG", "Space"),
    Command("marks.down", "shift+down", "mark_on(1)", "mark on", "Mark the selected claim and the next.", foot=False),
    Command("marks.up", "shift+up", "mark_on(-1)", "mark back", "Mark the selected claim and the one before.", foot=False),
    Command("marks.all", "asterisk", "mark_all", "mark all", "Mark all that the filter shows.", "workbench claims --query QUERY --json", "*", foot=False),
)  # fmt: skip

LIBRARY = (
    Command("library.import", "i", "import_document", "import", "Take in a file, a folder, CSV, Excel or JSON Lines.", "workbench import PATH"),
    Command("library.filter", "slash", "filter", "filter", "Filter by words, status:, kind:, worth:>, place:, speaker:, date:, rating:, reviewer:, source:, agreement:, edited:, tag:, assigned:, and sort by order:; names and values are offered.", "workbench claims --query QUERY", "/"),
    Command("library.views", "v", "views", "views", "Go to the next of the saved filters.", "workbench claims --query QUERY"),
    Command("library.save-view", "V", "save_view", "save view", "Save the filter under a name, with the digit that opens it while nothing is marked.", "workbench views NAME QUERY", foot=False),
    Command("library.sort", "s", "sort(False)", "sort", "Sort by the next column: worth, date, speaker, place, kind, text.", "workbench claims --query order:date", foot=False),
    Command("library.sort-back", "S", "sort(True)", "turn round", "Turn the order round.", "workbench claims --query order:-date", foot=False),
    Command("library.defer", "d", "defer", "defer", "Defer the selected claim, or the marked ones; they stay open.", decides=True),
    Command("library.later", "L", "later", "later", "Defer the selected claim, or the marked ones, until a day: they leave the queue, and come back by themselves.", "workbench defer CLAIM --until DAY", foot=False),
    Command("library.hand", "T", "hand", "take/assign", "Take the selected claim, or the marked ones, give them to somebody, or back to everybody.", "workbench assign CLAIM REVIEWER", foot=False),
    Command("library.hide", "H", "hide", "hide", "Take the selected document out, and its claims out of the queue.", "workbench document hide DOCUMENT", foot=False, decides=True),
    Command("library.dismiss", "X", "dismiss_marked", "no claim", "Say that the marked claims are none, with a reason.", "workbench dismiss CLAIM…"),
    Command("library.tag", "number_sign", "tag_marked", "tag", "Give the marked claims a tag; -TAG takes it off.", "workbench tag CLAIM… TAG", "#"),
    *(
        Command(f"library.rate-{digit}", str(digit), f"rate_marked('{digit}')", f"rate {digit}", "Give the marked claims this rating, with a note; while none is marked, open the saved view of this digit.", "workbench rate --records", foot=False)
        for digit in range(10)
    ),
    Command("library.undo", "u", "undo", "undo", "Take the newest review of all claims back; what was done in one go, in one go.", "workbench undo", decides=True),
    Command("library.export", "x", "export", "export", "Write the marked claims, or those that the filter lets through, to a file.", "workbench export --output FILE"),
    Command("library.side", "tab,shift+tab", "side", "other list", "Go to the other list.", label="Tab"),
    Command("library.clear", "escape", "clear", "clear", "Take the marks off, or clear the filter.", label="Esc", foot=False),
)  # fmt: skip

CANDIDATES = (
    Command("candidates.unfold", "enter", "unfold", "unfold", "Show why the series was ranked so, and ask for its figures.", "workbench show CLAIM", "Enter"),
    Command("candidates.pick", "plus,equals_sign", "choose(True)", "measures it", "Say that the series measures the claim: it is remembered, and its figures are asked for.", "workbench research CLAIM --series SERIES", "+", decides=True),
    Command("candidates.bar", "minus", "choose(False)", "not this", "Say that the series is not what is meant: it is excluded here, and ranks lower for similar claims.", "workbench exclude CLAIM SERIES", "-", decides=True),
    Command("candidates.down", "down", "pick(1)", "next", "Select the next candidate.", foot=False),
    Command("candidates.up", "up", "pick(-1)", "previous", "Select the candidate before.", foot=False),
)  # fmt: skip

CLAIMS = (
    Command("claims.down", "down", "step(1)", "next", "Go to the next claim.", foot=False),
    Command("claims.up", "up", "step(-1)", "previous", "Go to the claim before.", foot=False),
)

BENCH = (
    Command("bench.next", "j", "step(1)", "claim", "Go to the next claim of the document.", "workbench show CLAIM", "j k", beside="bench.previous"),
    Command("bench.previous", "k", "step(-1)", "previous", "Go to the claim before.", "workbench show CLAIM", foot=False),
    Command("bench.next-open", "N", "next_open", "next open", "Go to the next open claim of the queue, the best worth first, in whatever document.", "workbench claims --query status:open"),
    Command("bench.next-open-here", "J", "next_open_here", "next open here", "Go to the next open claim of this document.", "workbench claims --query 'status:open document:DOCUMENT'", foot=False),
    Command("bench.going-on", "A", "going_on", "next by itself", "Have the next open claim come by itself after a verdict, or no more; kept over sessions.", foot=False),
    Command("bench.pane", "tab", "pane(1)", "pane", "Go to the next pane.", label="Tab"),
    Command("bench.pane-back", "shift+tab", "pane(-1)", "pane back", "Go to the pane before.", foot=False),
    Command("bench.zoom", "z", "zoom", "whole screen", "Give the pane at hand the whole screen, or the others their places back.", foot=False),
    Command("bench.wider", "greater_than_sign", "wider(1)", "wider left", "Make the left column wider; sizes are kept.", label=">", foot=False),
    Command("bench.narrower", "less_than_sign", "wider(-1)", "narrower left", "Make the left column narrower; sizes are kept.", label="<", foot=False),
    Command("bench.higher", "right_square_bracket", "higher(1)", "higher", "Make the row of the pane at hand higher; sizes are kept.", label="]", foot=False),
    Command("bench.lower", "left_square_bracket", "higher(-1)", "lower", "Make the row of the pane at hand lower; sizes are kept.", label="[", foot=False),
    Command("bench.examine", "e", "examine", "examine", "Ask for the figures of the selected candidate and compare.", "workbench research CLAIM --series SERIES --no-memory", foot=False),
    Command("bench.research", "r", "research", "research", "Look for series that measure the claim, and ask for their figures.", "workbench research CLAIM"),
    Command("bench.research-again", "R", "research_again", "ask anew", "The same, asking the services even where the archive has an answer.", "workbench research CLAIM --fresh", foot=False),
    Command("bench.note", "n", "note", "note", "Write a note; it goes with the rating.", "workbench rate CLAIM RATING --note …"),
    Command("bench.formula", "f", "formula", "formula", "Write a formula of your own; one that was kept for such claims is offered.", "workbench formula CLAIM FORMULA"),
    Command("bench.correct", "E", "correct", "put right", "Put the reading right: a slot and its value, such as “period 2020”, or a value that tells its slot, “2020”; figures are looked for anew.", "workbench edit CLAIM period=2020"),
    Command("bench.words", "W", "write_words", "words", "Write the report's own words: headline, summary, context, tags, role, address; the machine's proposals are offered.", "workbench edit CLAIM headline=…", foot=False),
    Command("bench.attach", "a", "attach", "attach", "Attach evidence of your own: a web address, a file or a note, with --quote, --page or --selector.", "workbench attach CLAIM URL"),
    Command("bench.mark", "M", "mark", "mark a claim", "Mark the words of a claim that was missed; it is read and added as made by hand.", "workbench claim add DOCUMENT --quote …", foot=False),
    Command("bench.join", "ampersand", "join", "join", "Make this claim and another one; both stay findable.", "workbench claim join CLAIM CLAIM", "&", foot=False, decides=True),
    Command("bench.split", "percent_sign", "split", "split", "Make a claim of each figure of this one.", "workbench claim split CLAIM", "%", foot=False, decides=True),
    Command("bench.document", "D", "document", "document", "Put the document's day, place, speaker, title or language right; its claims are read again.", "workbench document set DOCUMENT day=…", foot=False),
    Command("bench.precedents", "P", "precedents", "precedents", "Show how claims on this series, and with this kind of explanation, were decided before.", "workbench precedents CLAIM", foot=False),
    Command("bench.open-page", "o", "open_page", "open page", "Open the source's page in a browser; where there is none, show its address.", "workbench cite CLAIM", foot=False),
    Command("bench.copy", "y", "copy", "copy", "Copy the figure, citation, trace, id or address to the clipboard, over SSH too.", "workbench cite CLAIM", foot=False),
    Command("bench.undo", "u", "undo", "undo", "Take the newest review of this claim back, or the newest choice of a series, correction or evidence.", "workbench undo CLAIM", decides=True),
    Command("bench.history", "H", "history", "history", "Show every review of this claim, undone ones too.", "workbench show CLAIM"),
    Command("bench.export", "x", "export", "export", "Write this claim with its evidence to a file.", "workbench export --output FILE"),
    Command("bench.publish", "p", "publish", "publish", "Publish the verdict once every figure has been recomputed; correct, update or withdraw one that readers have.", "workbench publish CLAIM"),
    Command("bench.replay", "c", "replay", "recompute", "Recompute every figure of the claim from the archive.", "workbench replay CLAIM", foot=False),
    Command("bench.defer", "d", "defer", "defer", "Defer this claim; it stays open.", foot=False, decides=True),
    Command("bench.later", "L", "later", "later", "Defer this claim until a day: it leaves the queue, and comes back by itself.", "workbench defer CLAIM --until DAY", foot=False),
    Command("bench.hand", "T", "hand", "take/assign", "Take this claim, give it to somebody, or back to everybody.", "workbench assign CLAIM REVIEWER", foot=False),
    Command("bench.dismiss", "X", "dismiss_claim", "no claim", "Say that this is no claim: it leaves the queue and stays findable.", "workbench dismiss CLAIM", foot=False, decides=True),
    Command("bench.back", "escape", "back", "back", "Go back to the library.", label="Esc"),
    *(
        Command(f"bench.rate-{digit}", str(digit), f"rate('{digit}')", f"rate {digit}", "Give this rating.", "workbench rate CLAIM RATING", foot=False, decides=True)
        for digit in range(10)
    ),
)  # fmt: skip

QUESTION = (
    Command("bench.yes", "y", "yes", "publish", "Say yes to what the verdict bar asks.", decides=True),
    Command("bench.no", "escape", "leave", "leave it", "Say no; nothing is done.", label="Esc"),
)

AHEAD = (
    Command(
        "ahead.switch", "s", "switch", "stop/go on", "Stop the research of the claims that come next, or have it go on."
    ),
)

JUMP = (Command("jump.leave", "escape", "leave", "stay here", "Leave jump mode; the focus stays.", label="Esc"),)

PAGE = (
    Command("page.back", "escape,enter,q", "back", "back", "Go back.", label="Esc"),
    Command("page.down", "j", "scroll_down", "down", "Scroll down.", foot=False),
    Command("page.up", "k", "scroll_up", "up", "Scroll up.", foot=False),
)

EVERY.update(
    {
        command.id: command
        for command in (
            *ANYWHERE,
            *ON_EVERY_SCREEN,
            *LIST,
            *MARKS,
            *LIBRARY,
            *CANDIDATES,
            *CLAIMS,
            *BENCH,
            *QUESTION,
            *AHEAD,
            *JUMP,
            *PAGE,
        )
    }
)
