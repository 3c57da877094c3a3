"""What each pane says, as lines of words: pure functions that know nothing of Textual.

What a reviewer reads is worth testing as text, at every width, with no screen running. A pane asks one
of these functions for its lines and only paints them.
"""
