"""Brings a review file to the newest format; a new file is made by the same steps."""
