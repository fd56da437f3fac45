"""How a review is kept: one encrypted SQLite file, and the only place that knows SQL."""
