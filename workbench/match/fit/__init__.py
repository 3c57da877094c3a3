"""Fit of a series to the slots of a claim: unit, place, period, group, statistic; and what contradicts it."""
