"""The claim fact-checking workbench: from what was said to a verdict that anyone can recompute.

The package is a house of nine floors (see the README, *The house*): ``core`` holds the nouns, ``ports`` the
protocols, ``extract``, ``match`` and ``compare`` are pure functions between nouns, the fourth floor does the IO,
``bootstrap`` puts real things together and ``cli`` and ``tui`` are two faces of one desk.
"""

__version__ = "0.1.0"
