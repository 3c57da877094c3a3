"""What follows from reviews: votes, what is held back and deferred, what readers got, numbers of a desk."""
