"""What is merged, kept in tables beside the store."""
