"""Paint lines: translate the roles of their pieces to colours of the theme. A word or sign always says the same."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.lines.line import Line
from workbench.tui.safe_text import NO_BREAK_SPACE


class ColouredLines(ScrollView):
    """A scrolling widget that draws `Line` values row by row.

    The styles of roles are read from the rules of the style sheet when they are first drawn. As component classes,
    Textual would compute them for every widget at each style update, which took a fifth of the time to open a screen.
    """

    DEFAULT_CSS = """
    ColouredLines {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        scrollbar-color: $foreground 30%;
        scrollbar-background: $background;
        & > .paint--dim { color: $foreground 62%; }
        & > .paint--dim-held { color: $foreground 88%; }
        & > .paint--head { text-style: bold; }
        & > .paint--mark { color: $text-accent; }
        & > .paint--current { background: $accent-muted; color: $foreground; text-style: bold; }
        & > .paint--good { color: $text-success; }
        & > .paint--mixed { color: $text-warning; }
        & > .paint--bad { color: $text-error; }
        & > .paint--caveat { color: $text-warning; }
        & > .paint--figure { text-style: bold; }
        & > .paint--sign { color: $text-primary; text-style: bold; }
        & > .paint--marking { text-style: reverse; }
        & > .paint--struck { color: $foreground 62%; text-style: strike; }
        & > .paint--cursor { background: $primary 30%; }
        & > .paint--cursor-away { background: $foreground 8%; }
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self._looks: dict[str, Style] = {}

    def paint(self, line: Line, width: int, under: str = "") -> Strip:
        """Convert a line to a strip of exactly a width.

        Args:
            line: What to draw.
            width: In cells.
            under: ``cursor`` or ``cursor-away`` for a selected row, else empty.
        """
        base = self._style("base")
        if under:
            base += self._style(under)
        held = " dim-held" if under else ""  # dim text would be too faint on a highlighted row
        segments = [
            Segment(
                piece.text.replace(NO_BREAK_SPACE, " "),
                base + self._style(piece.role + (held if is_dim(piece.role) else "")),
            )
            for piece in line
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def notify_style_update(self) -> None:
        """Forget the styles of roles after a change of the theme."""
        super().notify_style_update()
        self._looks.clear()

    def _style(self, roles: str) -> Style:
        if roles not in self._looks:
            self._looks[roles] = Style.combine([Style.null(), *(self._look(role) for role in roles.split())])
        return self._looks[roles]

    def _look(self, role: str) -> Style:
        """Return the style of a role: its colours blended with those below; other attributes are unchanged."""
        if role == "base":
            return self.rich_style
        look = Style.null()
        for rule in self.app.stylesheet.rules_map.get(f".paint--{role}", ()):
            named = rule.styles
            paper = self.background_colors[1] + named.background
            look += Style.parse(str(named.text_style)) + Style(
                color=(paper + named.color).rich_color if named.has_rule("color") else None,
                bgcolor=paper.rich_color if named.has_rule("background") else None,
            )
        return look


def is_dim(roles: str) -> bool:
    """Check whether some roles draw fainter text.

    >>> is_dim("dim"), is_dim("head struck"), is_dim("head")
    (True, True, False)
    """
    return not {"dim", "struck"}.isdisjoint(roles.split())
