"""A firm's own look on reports: read from a template, and checked before anything is drawn with it."""
