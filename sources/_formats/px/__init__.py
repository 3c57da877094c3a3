"""PC-Axis and the JSON of PxWeb."""
