"""Answering over HTTP: a snapshot of a store, processes that answer from it, and the SPARQL 1.1 Protocol."""
