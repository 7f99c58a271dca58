"""How meetings are told: who met, how far it has come, which tellings are one."""
