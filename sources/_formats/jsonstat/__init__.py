"""JSON-stat, as Eurostat and PxWeb installations answer."""
