"""The words after `plumbline` that open a window beside a file's name."""

DEMO, SELF_TEST = "demo", "self-test"
FIRST_PAGE = "--first-page"  # after SELF_TEST
