"""Work for several machines: research and rechecks as jobs of procrastinate in the team's PostgreSQL."""
