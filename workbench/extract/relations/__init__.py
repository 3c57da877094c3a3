"""What a sentence sets something beside, and where it stands in an order."""
