"""Import: files, tables and exports in, documents and claims kept; read side by side and within limits."""
