"""A text as sentences, tokens and units, and the shapes that are matched on them."""
