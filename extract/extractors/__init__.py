"""Extractors make facts: one module a kind. Each takes a Scene and yields (fact, unit of its evidence)."""
