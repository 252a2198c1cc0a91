"""One module per make of meter."""
