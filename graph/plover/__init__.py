"""Merged facts as PLOVER event records, for those who count events."""
