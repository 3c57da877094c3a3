"""The amounts of a sentence: number, unit, hedge, range, share."""
