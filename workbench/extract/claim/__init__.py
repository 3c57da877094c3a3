"""Claims put together: kind, measure, period, place, qualifiers, worth."""
