"""Arithmetic with its lines kept: sheets, spans, steps, places in an order."""
