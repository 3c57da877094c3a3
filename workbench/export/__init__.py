"""Reports in every format that a newsroom, a reader or a script wants: one file a format, templates beside.

What is printed is a contract of its own. Each exporter gives the same bytes for the same report, and each
knows the dangers of its own format: markup in HTML, formulas in CSV cells, ``</script`` in JSON-LD, pipes in Markdown tables.
Every report carries what the IFCN code of principles asks for: the words and their origin, the verdict and its scale, each source
with the exact query and the day it was asked, the method, who checked, and the corrections.
"""
