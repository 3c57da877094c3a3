"""Review of many claims: many decisions at once, taken back, counted, and compared between reviewers."""
