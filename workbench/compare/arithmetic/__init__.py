"""Arithmetic that keeps every line: sheets, spans, steps, ranks."""
