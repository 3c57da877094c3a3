"""Build the lines of each pane: pure functions without Textual.

So what a reviewer reads can be tested as text, at every width, without a running screen. A pane calls one of these
functions for its lines and only paints them.
"""
