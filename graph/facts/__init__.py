"""Which facts are one fact, what the graph says of each, and what it ties."""
