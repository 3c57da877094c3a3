"""The reviewers' memory: series that they picked and excluded are stored, exported and imported."""
