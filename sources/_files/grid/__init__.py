"""Tables as people lay them out: where the headers, places, times and figures of a sheet stand."""
