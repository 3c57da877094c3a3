"""What a claim asks of a series: one question for each part of it and each reading of its words."""
