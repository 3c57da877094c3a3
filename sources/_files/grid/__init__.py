"""Tables as people lay them out: find the headers, places, times and figures of a sheet."""
