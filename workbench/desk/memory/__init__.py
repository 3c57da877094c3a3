"""The reviewers' memory: what they picked and excluded is kept, and goes to a file and back."""
