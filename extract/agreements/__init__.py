"""How instruments are told: which, between whom, signed or not."""
