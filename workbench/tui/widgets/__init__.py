"""The tools of a workplace, one thought each. They are given values and tell what happened by messages; none holds the desk."""
