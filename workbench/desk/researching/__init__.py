"""Research of a claim: candidates in order, their figures, and what others found of it."""
