"""High and low water for a harbor."""
