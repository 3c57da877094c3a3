"""Export reports in formats for newsrooms, readers and scripts: one module per format, with templates.

Each exporter returns the same bytes for the same report, and guards against the dangers of its format: markup in HTML,
formulas in CSV cells, ``</script`` in JSON-LD, pipes in Markdown tables. Every report has what the IFCN code of
principles requires: the words and their origin, the verdict and its scale, each source with the exact query and its
day, the method, who checked, and the corrections.
"""
