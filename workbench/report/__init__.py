"""What exporters, command line and screens share: wording, citations, charts, JSON records."""
