"""What is told to those who ask: in queries, tables, words and checks."""
