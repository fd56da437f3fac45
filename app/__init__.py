"""Use cases, rules and reports: everything between the window and the file."""
