"""Finders find mentions: dates, known names, people."""
