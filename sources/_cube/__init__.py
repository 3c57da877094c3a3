"""Tables of many dimensions, whatever format they came in: axes, cells, and which of them answer a question."""
