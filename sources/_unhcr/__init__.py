"""UNHCR's refugee statistics: its series and rows."""
