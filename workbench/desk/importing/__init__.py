"""Import of files, tables and exports as documents and claims; read in parallel and within limits."""
