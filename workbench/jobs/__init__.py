"""Work for more machines than one: research and rechecks as jobs of procrastinate on the team's PostgreSQL."""
