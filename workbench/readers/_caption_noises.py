"""Descriptions in captions that nobody says: [applause], (music), [speaking in Macedonian]."""

from __future__ import annotations

import re

SOUND_ALONE = re.compile(r"\s*(?:[-–]\s*)?(?:\[[^\]]*\]|\([^)]*\)|[♪♫\s]+|-{2,})\s*\Z")
_NOISES = (
    r"applause|applaud\w*|background|beep\w*|bell\w*|blank_audio|booing|chant\w*|chatter\w*|cheer\w*|chuckl\w*|clap\w*|"
    r"cough\w*|cross\s?talk|foreign|gasp\w*|gavel|inaudible|indistinct|laugh\w*|music\w*|mutter\w*|noise|pause|shout\w*|sigh\w*|"
    r"silence|sings?|singing|sobb\w*|speak\w*|static|thunder\w*|unintelligible|whisper\w*|whistl\w*"
)
_NOISE = re.compile(rf"\[\s*(?:[^\W\d_]+\s)?(?i:{_NOISES})\b[^\]\n]{{0,40}}\]")
_DESCRIBED = re.compile(r"\[(?=[^\]\n]{0,60}(?:[\[\s]|(?<=\[))[^\W\d_A-ZÀ-ÞЀ-Я])[^\W\d][^\]\n\d]{0,60}\]")
"""Square brackets hold what is heard and not said: a sound by its name, or a description, of which a word begins small."""


def without_noises(line: str) -> str:
    """Remove descriptions in square brackets from a line.

    A single small word within the line may be an editor's, and stays.
    """

    def kept(found: re.Match[str]) -> str:
        within = line[: found.start()].strip() and line[found.end() :].strip()
        return found[0] if within and " " not in found[0] else " "

    return _DESCRIBED.sub(kept, _NOISE.sub(" ", line))
