"""What a sentence inherits: who, when, where, and which two sides."""
