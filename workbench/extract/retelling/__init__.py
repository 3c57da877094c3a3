"""Tells a passage in one plain sentence where its parts stand in several, or in an order that no reader knows.

"Where did unemployment in Spain stand in 2012? At 24.8 percent." and "More than 24 percent! That is where it stood" say what
a plain sentence says. The readers read that sentence, with all their doubts; what they find is moved back to where it was said.
"""
