"""The widgets of the workplaces. They receive values and report events by messages; none uses the desk."""
