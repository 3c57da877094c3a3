"""What reviewers keep besides their reviews: choices of series, formulas, views, tags."""
