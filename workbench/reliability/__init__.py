"""How far reviewers agree beyond chance: exact arithmetic over their ratings; no IO, and random numbers only from the caller's seed."""
