"""The merged graph written as RDF, and as files."""
