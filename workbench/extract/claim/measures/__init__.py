"""What a claim measures: its noun phrase, its official name, and the words before it that it leaves out."""
