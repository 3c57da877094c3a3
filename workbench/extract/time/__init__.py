"""The periods that a sentence names, worked out against the day the words were said."""
