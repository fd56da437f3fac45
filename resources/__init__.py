"""Data files: question packs, libraries, fonts, icons and the demo."""
