"""Lines of each pane: pure functions without Textual.

What a reviewer reads is worth testing as text, at every width, with no screen running. A pane asks one
of these functions for its lines and only paints them.
"""
