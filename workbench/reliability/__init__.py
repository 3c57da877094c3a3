"""How far reviewers agree beyond chance: exact arithmetic over what each gave to each claim; no IO, and no chance of its own."""
