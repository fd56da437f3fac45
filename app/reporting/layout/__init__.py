"""Lays words and figures out on paper: measures, breaks, draws. Knows nothing of reviews."""
