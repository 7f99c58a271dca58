"""From an article to its claims. Imports ontology."""
