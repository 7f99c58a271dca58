"""The graph, to look at. Imports graph."""
