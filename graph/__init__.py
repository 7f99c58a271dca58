"""One graph out of many claims. Imports ontology."""
