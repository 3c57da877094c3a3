"""The SDG database of the United Nations: its series, pages and rows."""
