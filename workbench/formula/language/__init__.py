"""The language of formulas: scanner, parser, nodes, printing, completion."""
