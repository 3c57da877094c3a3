"""Relations in a sentence: comparators, ranks, trends, first times, prices."""
