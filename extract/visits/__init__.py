"""How journeys are told: who, where to, when, and how far they have come."""
