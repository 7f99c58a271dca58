"""What can be said: facts, names, dates, the vocabulary and their RDF. Imports nothing of ours."""
