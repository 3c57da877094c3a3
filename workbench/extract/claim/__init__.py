"""Assemble claims: kind, measure, period, place, qualifiers, worth."""
