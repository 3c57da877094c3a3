"""Work for several machines: research, rechecks and reading as jobs of procrastinate in the team's PostgreSQL."""
