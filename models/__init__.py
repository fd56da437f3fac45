"""What a review is made of, and how it is kept on disk."""
