"""The commands of the graph, for the front door to gather."""
