"""Tables of many dimensions, from any format: their axes and cells, and the choice of cells that answer a claim."""
