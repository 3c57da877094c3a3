"""What reviewers keep beside their reviews: choices of series, formulas, views, tags."""
