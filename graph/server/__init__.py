"""A store on a SPARQL server: its quads there, its index in a folder here."""
