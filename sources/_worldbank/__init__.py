"""The World Bank: its rows."""
