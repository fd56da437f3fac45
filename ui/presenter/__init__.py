"""The audience's window: it is handed values that the room may see, and knows nothing of a review."""
