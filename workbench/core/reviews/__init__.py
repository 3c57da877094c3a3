"""What is computed from reviews: votes, withheld and deferred claims, what is published, statistics of a desk."""
