"""SHACL: shapes read from Turtle and checked by SPARQL, value by value."""
