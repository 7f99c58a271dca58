"""How the levels of relations are told: since when, and with whom."""
