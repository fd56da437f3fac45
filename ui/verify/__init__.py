"""The parts of the page that checks signed reports."""
