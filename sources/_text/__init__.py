"""What offices write, cleaned and understood: words, units, titles, stamps, JSON and XML."""
